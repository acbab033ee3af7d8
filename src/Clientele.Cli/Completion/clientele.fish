# Completes clientele in fish. Keep it where fish looks:
#   clientele completion fish > ~/.config/fish/completions/clientele.fish

function __clientele
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    $words[1] '[suggest]' $words[2..-1] "$word" 2>/dev/null
end

complete -c clientele -a '(__clientele)'
