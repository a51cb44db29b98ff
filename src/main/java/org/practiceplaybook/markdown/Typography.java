package org.practiceplaybook.markdown;

/** Dots and dashes as a typesetter sets them: {@code ...}, {@code --} and {@code ---}. */
final class Typography {
    private Typography() {}

    static CharSequence dashesAndDots(CharSequence text) {
        String plain = text.toString();
        if (!plain.contains("--") && !plain.contains("...")) {
            return plain;
        }
        StringBuilder out = new StringBuilder(plain.length());
        int i = 0;
        while (i < plain.length()) {
            char c = plain.charAt(i);
            int end = i;
            while (end < plain.length() && plain.charAt(end) == c) {
                end++;
            }
            int run = end - i;
            if (c == '-' && run == 2 && !plain.startsWith("<!", i - 2)) {
                out.append('–');
            } else if (c == '-' && run == 3) {
                out.append('—');
            } else if (c == '.' && run == 3) {
                out.append('…');
            } else {
                out.append(plain, i, end);
            }
            i = end;
        }
        return out;
    }
}
