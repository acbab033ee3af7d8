#compdef clientele
# Completes clientele in zsh. Keep it, and read it from ~/.zshrc, after compinit:
#   clientele completion zsh > ~/.clientele.zsh
#   echo 'source ~/.clientele.zsh' >> ~/.zshrc

_clientele() {
  local -a found
  found=("${(@f)$("${(Q)words[1]}" '[suggest]' "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  found=("${(@)found:#}")
  if ((${#found} == 0)); then
    _files
  elif [[ ${found[1]} == *= ]]; then
    compadd -S '' -- "${found[@]}"
  else
    compadd -- "${found[@]}"
  fi
}

compdef _clientele clientele
