#!/bin/sh
# Fan-Web's command line: fanweb --help. Takes its settings from where the server takes them.
here=$(dirname "$(readlink -f "$0")")
# What a command makes, a database for one, is its owner's.
umask 077
# Java reads arguments and variables in the character set of the locale, which is ASCII where that is C or not installed: a
# container's. One that names no other is UTF-8 here too, as what is read and written is. Texts stay in the language of before.
case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
  *.[Uu][Tt][Ff]*) named=UTF-8 ;;
  *.*) named=other ;;
  *) named=UTF-8 ;;
esac
locale=
# It says more than that where a part of the locale is not installed: Java then takes none of it.
if [ "$named" = UTF-8 ] && [ "$(locale charmap 2>&1)" != UTF-8 ]; then
  locale="-Dfanweb.lc_all=${LC_ALL-}"
  export LC_ALL=C.UTF-8
fi
# JAVA_OPTS may have quotes and what is in them may have blanks, just as standalone.sh reads it; line ends are blanks.
options=$(printf '%s' "${JAVA_OPTS-}" | tr '\n' ' ')
eval exec "\"${JAVA:-${JAVA_HOME:+$JAVA_HOME/bin/}java}\"" -XX:TieredStopAtLevel=1 "$options" \
  '${locale:+"$locale"} -Dfanweb.server="$here/.." -jar "$here/fanweb.jar" "$@"'
