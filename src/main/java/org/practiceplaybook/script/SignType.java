package org.practiceplaybook.script;

import org.teavm.jso.JSBody;

/** What kind of sign one is as the browser knows it. Java's table would be spread over all signs before the first answer. */
public final class SignType {
    /** In the order of the numbers in {@link Character}; none has 17. */
    private static final String KINDS =
            "Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf";

    /** One more than the type of those that were asked for already. */
    private static final byte[] KNOWN = new byte[0x10000];

    private SignType() {}

    /** The same as {@link Character#getType(int)}. */
    public static int of(int sign) {
        if (sign < 0 || sign >= KNOWN.length) {
            return sign < 0 || sign > 0x10ffff ? 0 : ofBrowser(sign, KINDS);
        }
        if (KNOWN[sign] == 0) {
            KNOWN[sign] = (byte) (ofBrowser(sign, KINDS) + 1);
        }
        return KNOWN[sign] - 1;
    }

    @JSBody(
            params = {"sign", "kinds"},
            script = "var all = kinds.split(' '); var type = 0;"
                    + " while (type < all.length && !new RegExp('\\\\p{' + all[type] + '}', 'u').test(String.fromCodePoint(sign))) { type++; }"
                    + " return type;")
    private static native int ofBrowser(int sign, String kinds);
}
