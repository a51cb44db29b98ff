package org.practiceplaybook.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The address that opens a file in a writer's editor.
 *
 * @param form with {@code {file}}, {@code {line}} and {@code {column}} to be filled in; empty for no links
 */
public record EditorLink(String form) {
    private static final Map<String, String> KNOWN = new TreeMap<>(Map.of(
            "vscode", "vscode://file{file}:{line}:{column}",
            "vscodium", "vscodium://file{file}:{line}:{column}",
            "cursor", "cursor://file{file}:{line}:{column}",
            "idea", "idea://open?file={file}&line={line}&column={column}",
            "zed", "zed://file{file}:{line}:{column}",
            "sublime", "subl://open?url=file://{file}&line={line}&column={column}",
            "textmate", "txmt://open?url=file://{file}&line={line}&column={column}",
            "none", ""));
    /** Such an address would not open an editor, but a page or a script. */
    private static final Pattern NO_EDITOR =
            Pattern.compile("(?i)(?:https?|javascript|data|vbscript|file|blob|about):.*");

    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:\\S*\\{file\\}\\S*");

    /** An editor by its name, or an address that a user wrote. Empty where it is neither. */
    public static Optional<EditorLink> of(String written) {
        String known = KNOWN.get(written.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(new EditorLink(known));
        }
        boolean address = ADDRESS.matcher(written).matches()
                && !NO_EDITOR.matcher(written).matches();
        return address ? Optional.of(new EditorLink(written)) : Optional.empty();
    }

    /** The names that are known. */
    public static String names() {
        return String.join(", ", KNOWN.keySet());
    }

    /** The address of a place, or empty. Lines and columns from 1. */
    String to(Path file, int line, int column) {
        if (form.isEmpty()) {
            return "";
        }
        String path = file.toAbsolutePath().normalize().toString().replace('\\', '/');
        String absolute = path.startsWith("/") ? path : "/" + path;
        return form.replace("{line}", String.valueOf(line))
                .replace("{column}", String.valueOf(column))
                .replace("{file}", encoded(absolute));
    }

    private static String encoded(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "/-_.~:".indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}
