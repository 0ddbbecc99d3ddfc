#!/bin/sh
# Fan-Web's command line: fanweb --help. Takes its settings from where the server takes them.
here=$(dirname "$(readlink -f "$0")")
# What a command makes, a database for one, is its owner's.
umask 077
# JAVA_OPTS may have quotes and what is in them may have blanks, just as standalone.sh reads it.
eval exec "\"${JAVA:-${JAVA_HOME:+$JAVA_HOME/bin/}java}\"" -XX:TieredStopAtLevel=1 "${JAVA_OPTS-}" \
  '-Dfanweb.server="$here/.." -jar "$here/fanweb.jar" "$@"'
