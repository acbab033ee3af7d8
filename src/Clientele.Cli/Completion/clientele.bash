# Completes clientele in bash. Keep it, and read it from ~/.bashrc:
#   clientele completion bash > ~/.clientele.bash
#   echo 'source ~/.clientele.bash' >> ~/.bashrc

_clientele() {
  local words=() word found i
  # Bash may have cut words at their equals signs.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((${#words[@]} > 0)) && [[ $word == '=' || ${COMP_WORDS[i - 1]} == '=' ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done
  local head=
  word=${words[${#words[@]} - 1]}
  if [[ $COMP_WORDBREAKS == *=* && $word == *=* ]]; then head=${word%=*}=; fi

  COMPREPLY=()
  while IFS= read -r found; do
    COMPREPLY+=("${found#"$head"}")
  done < <("$1" '[suggest]' "${words[@]}" 2>/dev/null)
  # A setting goes on with its value.
  if [[ ${COMPREPLY[0]-} == *= ]] && type compopt >/dev/null 2>&1; then compopt -o nospace; fi
}

complete -o bashdefault -o default -F _clientele clientele
