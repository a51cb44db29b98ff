package org.practiceplaybook.content.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Nfc;

/** The address that an entry had on another site, from that site's root: {@code /guide/first-steps/}. */
public final class OldAddress {
    private static final int LONGEST = 150;

    private OldAddress() {}

    /** Is a name meant as an address? */
    public static boolean isOne(String name) {
        return name.startsWith("/");
    }

    /**
     * The files that a host looks for when it is asked for an address, as paths from the site's root; none where it is no
     * address of a page. {@code /guide/} is {@code guide/index.html}; {@code /guide} may be that or {@code guide.html}.
     */
    public static List<String> files(String address) {
        String path = Nfc.of(address.strip().substring(1));
        boolean folder = path.endsWith("/") || path.isEmpty();
        String plain = folder && !path.isEmpty() ? path.substring(0, path.length() - 1) : path;
        if (plain.isEmpty()
                || plain.length() > LONGEST
                || plain.indexOf('#') >= 0
                || !PortableName.path(plain).equals(plain)) {
            return List.of();
        }
        for (String part : plain.split("/", -1)) {
            if (part.isEmpty()
                    || part.startsWith(".")
                    || part.startsWith("_")
                    || !part.codePoints().allMatch(Characters::isAllowedInName)) {
                return List.of();
            }
        }
        List<String> files = new ArrayList<>();
        if (plain.toLowerCase(Locale.ROOT).endsWith(".html")) {
            files.add(plain);
        } else {
            files.add(plain + "/index.html");
            if (!folder) {
                files.add(plain + ".html");
            }
        }
        return files;
    }
}
