package org.practiceplaybook.theme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Edits;
import org.practiceplaybook.yaml.Scalars;

/**
 * Words of a playbook's own whose originals were said anew. Such a file holds as many words as somebody wanted to say
 * otherwise, so it is looked at word by word and not line by line.
 *
 * @param bytes the file, with those words that it had taken over unchanged as they are said now
 * @param open what was said otherwise here and has changed there, too: a line for each, for somebody to look at
 */
public record WordsRenewal(byte[] bytes, List<String> open) {

    /** Is a file of a theme one of words? */
    public static boolean isWords(String path) {
        return path.startsWith(Words.FOLDER) && path.endsWith(Words.END);
    }

    /**
     * Looks at a file.
     *
     * @param path within the theme
     * @param base the program's file that the own one began with
     * @param own the file of the playbook
     * @param now the program's file today
     * @throws ThemeProblem where one of them is no YAML
     */
    public static WordsRenewal of(String path, byte[] base, byte[] own, byte[] now) {
        Map<String, String> before = texts(path, base);
        Map<String, String> after = texts(path, now);
        String text = new String(own, StandardCharsets.UTF_8);
        List<Edit> edits = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Words.Key key : Words.keys(path, own)) {
            String was = before.get(key.name());
            String is = after.get(key.name());
            if (was == null || is == null || was.equals(is) || key.text().equals(is)) {
                continue;
            }
            boolean onOneLine =
                    text.substring(key.value().start(), key.value().end()).indexOf('\n') < 0;
            if (key.text().equals(was) && onOneLine) {
                edits.add(new Edit(key.value(), Scalars.of(is)));
            } else {
                open.add(key.name() + ": was " + Scalars.of(was) + ", is now " + Scalars.of(is) + "; here it is "
                        + Scalars.of(key.text()));
            }
        }
        return new WordsRenewal(Edits.apply(text, edits).getBytes(StandardCharsets.UTF_8), open);
    }

    private static Map<String, String> texts(String path, byte[] bytes) {
        return Words.keys(path, bytes).stream()
                .collect(Collectors.toMap(Words.Key::name, Words.Key::text, (first, second) -> second));
    }
}
