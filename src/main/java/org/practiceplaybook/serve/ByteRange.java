package org.practiceplaybook.serve;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a file that a player asks for (RFC 9110, 14).
 *
 * @param first counted from 0
 * @param last inclusive; before {@code first} where the file has nothing there
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE =
            Pattern.compile("(?i)bytes=[ \\t]*(?:(\\d{1,18})-(\\d{1,18})?|-(\\d{1,18}))[ \\t]*");

    /**
     * What was asked for. Nothing where that is the whole file, more than one stretch, or not understood: then all of it is
     * sent.
     *
     * @param headers the values of {@code Range}
     * @param length of the file, in bytes
     */
    static Optional<ByteRange> of(List<String> headers, long length) {
        Matcher asked = ONE.matcher(headers.size() == 1 ? headers.get(0) : "");
        if (!asked.matches()) {
            return Optional.empty();
        }
        if (asked.group(1) == null) {
            long count = Math.min(length, Long.parseLong(asked.group(3)));
            return Optional.of(new ByteRange(length - count, length - 1));
        }
        long first = Long.parseLong(asked.group(1));
        long last = asked.group(2) == null ? Long.MAX_VALUE : Long.parseLong(asked.group(2));
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(first >= length ? new ByteRange(0, -1) : new ByteRange(first, Math.min(last, length - 1)));
    }

    boolean isEmpty() {
        return last < first;
    }

    int length() {
        return (int) (last - first + 1);
    }
}
