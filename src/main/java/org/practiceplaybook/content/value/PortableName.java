package org.practiceplaybook.content.value;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of files that every system takes, Windows included, which refuses some signs and keeps a few names for itself
 * (Microsoft, "Naming Files, Paths, and Namespaces").
 */
public final class PortableName {
    /** In a whole path, of the 260 that Windows takes: what remains is for the folder in which the playbook is. */
    public static final int LONGEST_PATH = 180;

    private static final Pattern RESERVED =
            Pattern.compile("(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]|conin\\$|conout\\$)");
    private static final Pattern UNDERSCORES = Pattern.compile("_+$");
    private static final Pattern NUMBERS = Pattern.compile("%[0-9A-F]{2}");
    private static final String REFUSED = "<>:\"|?*\\";
    private static final String HEX = "0123456789ABCDEF";

    private PortableName() {}

    /** Does Windows keep a name, without what stands after its first dot, for a device? */
    public static boolean isReserved(String name) {
        return RESERVED.matcher(stem(name).toLowerCase(Locale.ROOT)).matches();
    }

    /** Does a name hold a sign that Windows refuses, or end in one? */
    public static boolean hasRefusedSign(String name) {
        return name.chars().anyMatch(c -> REFUSED.indexOf(c) >= 0) || name.endsWith(".") || name.endsWith(" ");
    }

    /** A path as a person would rename it, whose every part Windows takes. Different paths may become one. */
    public static String renamed(String path) {
        return Stream.of(path.split("/", -1)).map(PortableName::renamedPart).collect(Collectors.joining("/"));
    }

    private static String renamedPart(String name) {
        String stem = stem(name);
        String free = isReserved(name) ? stem + "-1" + name.substring(stem.length()) : name;
        return hasRefusedSign(free) ? NUMBERS.matcher(path(free)).replaceAll("-") : free;
    }

    /** A path whose every part is a name that Windows takes. Different paths stay different. */
    public static String path(String path) {
        StringBuilder portable = new StringBuilder();
        for (String part : path.split("/", -1)) {
            portable.append(portable.length() == 0 ? "" : "/").append(part(part));
        }
        return portable.toString();
    }

    /** A reserved name gets an underscore, one that has some gets one more; a sign that is refused gets its number. */
    private static String part(String name) {
        String stem = stem(name);
        boolean reserved = isReserved(UNDERSCORES.matcher(stem).replaceAll(""));
        String free = reserved ? stem + "_" + name.substring(stem.length()) : name;
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < free.length(); i++) {
            char c = free.charAt(i);
            boolean end = i == free.length() - 1 && (c == '.' || c == ' ');
            if (REFUSED.indexOf(c) >= 0 || end || isNumber(free, i)) {
                part.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                part.append(c);
            }
        }
        return part.toString();
    }

    private static boolean isNumber(String name, int at) {
        return name.charAt(at) == '%'
                && at + 2 < name.length()
                && Character.digit(name.charAt(at + 1), 16) >= 0
                && Character.digit(name.charAt(at + 2), 16) >= 0;
    }

    private static String stem(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
