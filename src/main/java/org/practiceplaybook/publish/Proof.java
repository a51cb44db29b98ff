package org.practiceplaybook.publish;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Position;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.theme.ThemeProblem;
import org.practiceplaybook.xml.Xml;

/**
 * The last look at a file before it is published. The content was checked when it was read; what is found here comes from a
 * theme.
 */
final class Proof {
    /** Texts that the program makes; none of them is ever a download of a contributor's as it is. */
    private static final Set<String> MADE = Set.of("html", "js", "json", "md", "webmanifest", "xml", "svg");

    private static final Set<String> XML = Set.of("xml", "svg");

    private Proof() {}

    /**
     * Reads a file of the site.
     *
     * @throws ThemeProblem where it holds a character that no text may hold, or should be XML and is none
     */
    static void read(String path, byte[] bytes) {
        String end = path.substring(path.lastIndexOf('.') + 1);
        if (MADE.contains(end) && mayBeUnfit(bytes)) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            int unfit = Characters.firstUnfit(text, 0);
            if (unfit >= 0) {
                throw problem(
                        path,
                        "holds a sign that cannot be seen, " + Characters.name(text.codePointAt(unfit)) + ",",
                        new SourceFile(path, text).position(unfit));
            }
        }
        if (XML.contains(end)) {
            Optional<Position> fault = Xml.fault(bytes);
            if (fault.isPresent()) {
                throw problem(path, "is not well-formed XML", fault.get());
            }
        }
    }

    private static ThemeProblem problem(String path, String what, Position at) {
        return new ThemeProblem(path + " " + what + " at line " + at.line() + ", column " + at.column()
                + ", so nothing was published; mend the theme's template that makes it");
    }

    /** A quick look: of what no text may hold each is a control code, or has one of a few bytes in it. */
    private static boolean mayBeUnfit(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b >= ' ' && b != 0x7f || b == '\n') {
                continue;
            }
            if (b >= 0) {
                if (b != '\t' && b != '\r') {
                    return true;
                }
            } else if (i + 2 < bytes.length && isSuspect(b & 0xff, bytes[i + 1] & 0xff, bytes[i + 2] & 0xff)) {
                return true;
            }
        }
        return false;
    }

    /** Bytes of UTF-8 with which a control code, a noncharacter, a surrogate or an override of direction may begin. */
    private static boolean isSuspect(int first, int second, int third) {
        return first == 0xc2 && second < 0xa0
                || first == 0xed && second >= 0xa0
                || first == 0xef && (second == 0xb7 || second == 0xbf)
                || first == 0xe2 && second == 0x80 && (third == 0xad || third == 0xae)
                || first >= 0xf0 && (second & 0xf) == 0xf && third == 0xbf;
    }
}
