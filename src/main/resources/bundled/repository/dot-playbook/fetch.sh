# shellcheck shell=sh
# shellcheck disable=SC2154,SC3013  # what is set by the other script; -nt, which every shell has
# Finds the program that program.properties names, and fetches it where it is not there yet: read by the script "playbook",
# which says where the playbook is ($here). Says where the program is ($jar) and where things may be kept that can be made
# again ($kept). Nothing runs that has another SHA-256 than the line says.

file=.playbook/program.properties
version=
sum=
address=
while IFS='=' read -r key value || [ -n "$key" ]; do
  value=${value%"$(printf '\r')"}
  case $key in
    program) version=${value%% *} && sum=${value##*sha256:} ;;
    address) address=$value ;;
  esac
done 2>/dev/null <"$here/$file" || true
case $version in
  '' | .* | *[!0-9A-Za-z.+-]*) sum= ;;
esac
case $sum in
  *[!0-9a-f]*) sum= ;;
esac
if [ ${#sum} -ne 64 ]; then
  echo "playbook: $file does not say which program this playbook uses; it needs a line such as
  program=1.2.3 sha256:(64 digits and letters a to f)
Bring the file back from the repository (git checkout $file), or take the line from the page of the release. Where it waits
for its first program: java -jar practice-playbook.jar upgrade --apply" >&2
  exit 3
fi

# The same places as the program's own class JarCache.
if [ -n "${PLAYBOOK_CACHE:-}" ]; then
  cache=$PLAYBOOK_CACHE
elif [ -n "${XDG_CACHE_HOME:-}" ] && [ -z "${XDG_CACHE_HOME##/*}" ]; then
  cache=$XDG_CACHE_HOME/practice-playbook
elif [ -z "${HOME:-}" ]; then
  cache=$here/.playbook/cache
elif [ -d "$HOME/Library/Caches" ]; then
  cache=$HOME/Library/Caches/practice-playbook
else
  cache=$HOME/.cache/practice-playbook
fi

sum_of() {
  {
    if command -v sha256sum >/dev/null; then
      sha256sum <"$1"
    elif command -v shasum >/dev/null; then
      shasum -a 256 <"$1"
    elif command -v openssl >/dev/null; then
      openssl dgst -sha256 -r <"$1"
    else
      echo 'playbook: sha256sum, shasum or openssl is needed to look at the program before it runs' >&2
    fi
  } | while read -r found rest; do echo "$found" && break; done
}

# Is a file what the line says? Looked at once: a mark says so until the file is another. What a machine of others brings along
# in its cache is looked at each time.
is_it() {
  mark=$kept/start-$sum.seen
  [ -f "$1" ] || return 1
  if [ -n "$fleeting" ] || [ ! -f "$mark" ] || [ "$1" -nt "$mark" ]; then
    [ "$(sum_of "$1")" = "$sum" ] || return 1
    (: >"$mark") 2>/dev/null || true
  fi
}

jar=$here/.playbook/practice-playbook-$version.jar
kept=$here/.playbook
if [ -f "$jar" ]; then
  is_it "$jar" || {
    echo "playbook: .playbook/practice-playbook-$version.jar is not the file that $file names: its SHA-256 is another.
Bring both back from the repository (git checkout .playbook), or delete the jar, and the right one is fetched." >&2
    exit 3
  }
else
  kept=$cache/$sum
  jar=$kept/practice-playbook.jar
  is_it "$jar" || {
    from=${PLAYBOOK_MIRROR:-$address}
    remedy="Fetch it where there is a network and put it at .playbook/practice-playbook-$version.jar, or set PLAYBOOK_MIRROR to the
address or the folder of a copy ($version/practice-playbook.jar is put behind it)."
    [ -n "$from" ] || {
      echo "playbook: the program, version $version, is not on this machine, and $file names no address to fetch it from:
it was built from its sources and never released. Whoever has it can put it into the repository: ./playbook upgrade --vendored --apply
$remedy" >&2
      exit 3
    }
    from=${from%/}/$version/practice-playbook.jar
    mkdir -p "$kept" || exit 3
    part=$(mktemp "$kept/part-XXXXXX") || exit 3
    trap 'rm -f "$part"' EXIT
    trap 'exit 130' HUP INT TERM
    echo "Fetching the playbook's program, version $version (once) …" >&2
    case $from in
      *://*)
        if command -v curl >/dev/null; then
          curl -fsSL --retry 2 --connect-timeout 20 -o "$part" "$from"
        elif command -v wget >/dev/null; then
          wget -q --tries=3 --timeout=20 -O "$part" "$from"
        else
          echo 'playbook: curl or wget is needed to fetch it' >&2
          false
        fi
        ;;
      *) cp "$from" "$part" ;;
    esac || {
      echo "playbook: the program, version $version, is not on this machine yet and could not be fetched from
  $from
Is there a network? Then try again. $remedy" >&2
      exit 3
    }
    found=$(sum_of "$part")
    [ "$found" = "$sum" ] || {
      echo "playbook: what came from
  $from
is not the program that $file names, so it was thrown away.
  SHA-256 of what came: $found
  SHA-256 in the file:  $sum
Ask whoever changed that file last, or compare with the sum on the page of the release." >&2
      exit 3
    }
    # of two at once each puts the same file there, whole
    mv -f "$part" "$jar"
    trap - EXIT HUP INT TERM
  }
fi
