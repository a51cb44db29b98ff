package org.practiceplaybook.yaml;

import java.util.regex.Pattern;

/** Writes text as a YAML value that is read back as the same text. */
public final class Scalars {
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{L}\\p{Nd}\\p{Nl}\\p{No}](?:[\\p{L}\\p{Nd}\\p{Nl}\\p{No} ,.’'()/+–_-]*[\\p{L}\\p{Nd}\\p{Nl}\\p{No}.’'()/+])?");
    private static final Pattern OTHER_TYPE = Pattern.compile("(?i)true|false|yes|no|on|off|null|[-+.0-9eExX_:]+");

    private Scalars() {}

    /** A value on one line: as it is where YAML takes it, else in quotation marks. */
    public static String of(String text) {
        return PLAIN.matcher(text).matches() && !OTHER_TYPE.matcher(text).matches() ? text : quoted(text);
    }

    /** The same for a value within square brackets, where a comma would end it. */
    public static String inList(String text) {
        return text.indexOf(',') < 0 ? of(text) : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean unprintable = c < 0x20
                            || c == 0x7f
                            || c >= 0x80 && c <= 0x9f
                            || c == 0x2028
                            || c == 0x2029
                            || c == 0xfeff
                            || c >= 0xd800 && c <= 0xdfff
                            || (c & 0xfffe) == 0xfffe;
                    if (unprintable) {
                        String hex = "0000000" + Integer.toHexString(c);
                        int digits = c > 0xffff ? 8 : 4;
                        out.append(digits == 8 ? "\\U" : "\\u").append(hex.substring(hex.length() - digits));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
