package org.practiceplaybook.theme;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The theme's styles, scripts, fonts and images as they lie in the site: with a hash of what is in them in their names, so
 * that a browser may keep them for ever.
 *
 * <p>All {@code styles/*.css} are one file, {@code site.css}, in the order of their names; all {@code scripts/*.js} are
 * {@code site.js}; those in a folder, {@code scripts/search/*.js}, are a file of the folder's name, {@code search.js}, but
 * {@code styles/pages/} are of the site's.
 */
public final class Assets {
    private static final String FOLDER = "assets/";

    /** So many digits of a hash tell versions of one file apart; each costs a reader of every page what nothing compresses. */
    private static final int DIGITS = 10;

    private static final Pattern CSS_URL =
            Pattern.compile("url\\(\\s*[\"']?(\\.\\./)?((?:fonts|images)/[^\"')]+)[\"']?\\s*\\)");

    /** A text in quotes, or a comment that is no licence. */
    private static final Pattern CSS_NOTE = Pattern.compile(
            "(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+')|/\\*(?!!).*?\\*/",
            Pattern.DOTALL);

    /** A text in quotes, or a line's end where none is needed. */
    private static final Pattern CSS_LINES =
            Pattern.compile("(\"[^\"]*\"|'[^']*')|(?<=[{},;])\\s*\\n\\s*|;\\s*\\n\\s*(?=\\})|^\\s+", Pattern.MULTILINE);

    private final Map<String, String> paths = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();

    private Assets() {}

    static Assets of(Map<String, byte[]> theme) {
        Assets assets = new Assets();
        Map<String, StringBuilder> bundles = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : theme.entrySet()) {
            String path = file.getKey();
            String bundle = bundle(path);
            if (!bundle.isEmpty()) {
                String text = new String(file.getValue(), StandardCharsets.UTF_8);
                bundles.computeIfAbsent(bundle, unused -> new StringBuilder())
                        .append(text.stripTrailing())
                        .append('\n');
            } else if (path.startsWith("fonts/") || path.startsWith("images/")) {
                assets.add(path, path.substring(path.lastIndexOf('/') + 1), file.getValue());
            }
        }
        for (Map.Entry<String, StringBuilder> bundle : bundles.entrySet()) {
            String name = bundle.getKey();
            String text = bundle.getValue().toString();
            String done = name.endsWith(".css") ? assets.withPaths(withoutNotes(text)) : shortened(text);
            assets.add(name, name, done.getBytes(StandardCharsets.UTF_8));
        }
        return assets;
    }

    private static String bundle(String path) {
        if (path.startsWith("styles/") && path.endsWith(".css")) {
            return bundle(path.replaceFirst("^styles/pages/", "styles/"), "styles/", ".css");
        }
        if (path.startsWith("scripts/") && path.endsWith(".js")) {
            return bundle(path, "scripts/", ".js");
        }
        return "";
    }

    /** What lies in a folder of its own is a file of its own. */
    private static String bundle(String path, String folder, String end) {
        int slash = path.indexOf('/', folder.length());
        return (slash < 0 ? "site" : path.substring(folder.length(), slash)) + end;
    }

    private void add(String logical, String name, byte[] bytes) {
        String hashed = hashed(name, bytes);
        paths.put(logical, hashed);
        files.put(hashed, bytes);
    }

    /** The path in the site of a file of this name. */
    static String hashed(String name, byte[] bytes) {
        int dot = name.indexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return FOLDER + name.substring(0, dot) + "-" + hash(bytes).substring(0, DIGITS) + name.substring(dot);
    }

    /** The way to a font or an image from another asset. */
    String beside(String logical) {
        return path(logical).substring(FOLDER.length());
    }

    /**
     * Without comments that have a line of their own, and without indentation; both may be meant in a text between backticks
     * that goes over lines.
     */
    private static String shortened(String script) {
        if (script.lines()
                .anyMatch(line -> line.indexOf('`') >= 0
                        && line.chars().filter(c -> c == '`').count() % 2 != 0)) {
            return script;
        }
        StringBuilder out = new StringBuilder(script.length());
        for (String line : script.lines().toList()) {
            String bare = line.strip();
            if (!bare.isEmpty() && !bare.startsWith("//")) {
                out.append(bare).append('\n');
            }
        }
        return out.toString();
    }

    /** Without comments, indentation and empty lines, which readers would load for nothing; a text in quotes stays as it is. */
    private static String withoutNotes(String css) {
        String bare = CSS_NOTE.matcher(css)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? "" : found.group(1)));
        return CSS_LINES
                .matcher(bare)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? "" : found.group(1)))
                .stripLeading();
    }

    /** Addresses in a style sheet are relative to it, and it lies beside what it uses. */
    private String withPaths(String css) {
        Matcher matcher = CSS_URL.matcher(css);
        return matcher.replaceAll(found -> {
            String path = paths.get(found.group(2));
            if (path == null) {
                throw new ThemeProblem("theme/styles: there is no file " + found.group(2)
                        + DidYouMean.of(found.group(2), paths.keySet()));
            }
            return Matcher.quoteReplacement("url(\"" + path.substring(FOLDER.length()) + "\")");
        });
    }

    /** The path from the site's root of a bundle ({@code site.css}), a font or an image ({@code images/icon.svg}). */
    public String path(String logical) {
        String path = paths.get(logical);
        if (path == null) {
            throw new ThemeProblem("the theme has no file \"" + logical + "\"" + DidYouMean.of(logical, paths.keySet())
                    + "; it has " + String.join(", ", paths.keySet()));
        }
        return path;
    }

    public boolean has(String logical) {
        return paths.containsKey(logical);
    }

    /** Every file by its path in the site. */
    public Map<String, byte[]> files() {
        return Collections.unmodifiableMap(files);
    }

    /**
     * Two checksums of 32 bits in hexadecimal digits: enough to tell versions of one file apart. A cryptographic one would
     * cost every small build the start of Java's security providers.
     */
    public static String hash(byte[] bytes) {
        CRC32 one = new CRC32();
        one.update(bytes);
        CRC32C other = new CRC32C();
        other.update(bytes);
        long both = one.getValue() << 32 | other.getValue();
        String hex = Long.toHexString(both);
        return "0".repeat(16 - hex.length()) + hex;
    }
}
