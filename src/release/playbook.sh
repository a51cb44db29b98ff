#!/bin/sh
# Runs the program with the Java that lies beside it.
set -eu
at=$0
while [ -L "$at" ]; do
  to=$(readlink "$at")
  case $to in
    /*) at=$to ;;
    *) at=$(dirname "$at")/$to ;;
  esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$at")/.." && pwd -P)
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]*8*) ;;
  *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac
exec "$home/java/bin/java" -XX:MaxRAMPercentage=70 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.5 \
  -XX:-UsePerfData -Dsun.reflect.inflationThreshold=10000 -jar "$home/practice-playbook.jar" "$@"
