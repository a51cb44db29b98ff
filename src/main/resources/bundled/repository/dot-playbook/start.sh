# shellcheck shell=sh
# shellcheck disable=SC2154,SC3013  # what is set by the other script; -nt, which every shell has
# Becomes the playbook's command: read by the script "playbook", which says where the program is ($jar, an absolute path),
# where things may be kept that can be made again ($kept), and whether this machine is gone afterwards ($fleeting, or empty).
# Keeps an archive of loaded classes, with which Java starts in half the time. Every program that is started costs a
# millisecond; what the shell can do itself, it does.

# Without a UTF-8 locale Java cannot open a file whose name has an accent.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]*8*) ;;
  *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
else
  java=$(command -v java) || {
    echo 'playbook: Java 17 or newer is needed; for example: apt-get install openjdk-17-jdk-headless, or from https://adoptium.net' >&2
    exit 3
  }
fi

# One archive for each Java and each place: another one is of no use.
home=$(readlink -f -- "$java" 2>/dev/null || echo "$java")
home=${home%/*}
facts=$jar
release=0
while read -r fact; do
  facts=$facts$fact
  case $fact in
    JAVA_VERSION=*) release=${fact#JAVA_VERSION=\"} && release=${release%%[!0-9]*} ;;
  esac
done 2>/dev/null <"${home%/*}/release" || true
key=$(echo "$facts" | cksum)
key=${key%% *}

# A build is over before the second compiler has paid for itself, and the first one is quick: it may begin early.
# A site of a hundred thousand pages needs more than a quarter of the memory.
# Java 17 makes a class for each method that is called by reflection; a small site is done before that pays.
options="-XX:MaxRAMPercentage=70 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.5 -XX:-UsePerfData"
options="$options -Dsun.reflect.inflationThreshold=10000"
if [ -d /sys/kernel/mm/transparent_hugepage ]; then
  options="$options -XX:+UseTransparentHugePages"
fi

if [ "${release:-0}" -ge 25 ]; then
  archive=$kept/start-$key.aot
  use=-XX:AOTCache=$archive
  make=-XX:AOTCacheOutput=$archive
else
  archive=$kept/start-$key.jsa
  use=-XX:SharedArchiveFile=$archive
  make=-XX:ArchiveClassesAtExit=$archive
fi

# Making the archive takes as long as it saves in five starts.
if [ -z "$fleeting" ] && { [ ! -f "$archive" ] || [ "$jar" -nt "$archive" ]; }; then
  [ ! -t 2 ] || echo 'Getting ready to start faster (once) …' >&2
  rm -f "$kept"/start-*.jsa "$kept"/start-*.aot
  practice=$(mktemp -d)
  # shellcheck disable=SC2086  # the options are words
  { PLAYBOOK_CACHE=$practice/cache "$java" $options -jar "$jar" init "$practice/p" &&
    "$java" $options "$make" -jar "$jar" build --content "$practice/p/content" --output "$practice/site"; } >/dev/null 2>&1 || true
  rm -rf "$practice"
fi
# One word, for its path may have blanks.
set -- -jar "$jar" "$@"
[ ! -f "$archive" ] || set -- "$use" "$@"

# shellcheck disable=SC2086
exec "$java" $options "$@"
