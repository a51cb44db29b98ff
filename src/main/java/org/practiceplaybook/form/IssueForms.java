package org.practiceplaybook.form;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.practiceplaybook.content.value.Outcome;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.yaml.Scalars;

/**
 * What a repository's host asks who begins an issue: forms for GitHub, templates in Markdown for GitLab. One table says which
 * questions there are, the words after {@code issue.} how they are put; {@link IssueForm} reads the answers to either.
 */
public final class IssueForms {
    private static final String GITHUB = ".github/ISSUE_TEMPLATE/";
    private static final String GITLAB = ".gitlab/issue_templates/";
    private static final String LINE = "input";
    private static final String TEXT = "textarea";
    private static final String CODE = "code";
    private static final String CHOICE = "dropdown";
    private static final String TICKS = "checkboxes";

    /** The questions of each form by their ids, in their order. */
    private static final Map<String, List<Asked>> FORMS = forms();

    /** Boxes that may be left empty. */
    private static final Set<String> MAY_STAY_OPEN = Set.of("searched");

    private IssueForms() {}

    /**
     * A question.
     *
     * @param boxes of one with boxes to tick: the words of these
     */
    private record Asked(String id, String type, boolean required, List<String> boxes) {
        static Asked needed(String id, String type) {
            return new Asked(id, type, true, List.of());
        }

        static Asked open(String id, String type) {
            return new Asked(id, type, false, List.of());
        }

        static Asked agreed(String... boxes) {
            return new Asked("agreed", TICKS, false, List.of(boxes));
        }

        String label(String kind, Words words) {
            return words.get(type.equals(TICKS) ? "issue." + id : "issue." + kind + "." + id);
        }

        /** What else is said of it: its {@code Hint}, its {@code Example}; empty for nothing. */
        String more(String kind, String what, Words words) {
            String key = "issue." + kind + "." + id + what;
            return words.keys().contains(key) ? words.get(key) : "";
        }

        List<String> choices(Words words) {
            return type.equals(CHOICE)
                    ? Stream.of(Outcome.values())
                            .map(outcome -> words.get("result." + outcome.key()))
                            .toList()
                    : boxes.stream().map(box -> words.get("issue." + box)).toList();
        }
    }

    private static Map<String, List<Asked>> forms() {
        Map<String, List<Asked>> forms = new LinkedHashMap<>();
        forms.put(
                "practice",
                List.of(
                        Asked.needed("title", LINE),
                        Asked.needed("summary", TEXT),
                        Asked.open("steps", TEXT),
                        Asked.open("tried", TEXT),
                        Asked.open("time", LINE),
                        Asked.open("group", LINE),
                        Asked.open("sources", TEXT),
                        Asked.open("author", LINE),
                        Asked.agreed("searched", "own")));
        forms.put(
                "attempt",
                List.of(
                        Asked.needed("title", LINE),
                        Asked.needed("practice", LINE),
                        Asked.needed("result", CHOICE),
                        Asked.needed("lesson", LINE),
                        Asked.open("story", TEXT),
                        Asked.open("next", TEXT),
                        Asked.open("setting", LINE),
                        Asked.open("when", LINE),
                        Asked.open("shared-by", LINE),
                        Asked.agreed("nobody", "own")));
        forms.put("ask", List.of(Asked.needed("facing", TEXT), Asked.open("tried", TEXT), Asked.open("setting", TEXT)));
        forms.put(
                "problem",
                List.of(
                        Asked.needed("where", LINE),
                        Asked.needed("what", TEXT),
                        Asked.open("message", CODE),
                        Asked.open("with", LINE)));
        return forms;
    }

    /** All of them in a language, by path within the repository. */
    public static SortedMap<String, byte[]> files(Words words) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String kind : FORMS.keySet()) {
            files.put(GITHUB + kind + ".yml", form(kind, words).getBytes(StandardCharsets.UTF_8));
            files.put(GITLAB + kind + ".md", template(kind, words).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** That of a kind, as the answers to it are read. */
    public static IssueForm of(String kind, Words words) {
        return IssueForm.read(form(kind, words)).orElseThrow();
    }

    /**
     * A form for GitHub.
     *
     * @param kind {@code practice}, {@code attempt}, {@code ask} or {@code problem}
     */
    static String form(String kind, Words words) {
        StringBuilder out = new StringBuilder();
        for (String part : List.of("name", "description")) {
            line(out, "", part, words.get("issue." + kind + "." + part));
        }
        line(out, "", "title", words.get("issue." + kind + ".subject"));
        out.append("labels: [").append(kind.equals("ask") ? "wanted" : kind).append("]\nbody:\n");
        String intro = "issue." + kind + ".intro";
        if (words.keys().contains(intro)) {
            out.append("  - type: markdown\n    attributes:\n");
            line(out, "      ", "value", words.get(intro));
        }
        for (Asked asked : FORMS.get(kind)) {
            boolean code = asked.type().equals(CODE);
            out.append("  - type: ").append(code ? TEXT : asked.type()).append('\n');
            out.append("    id: ").append(asked.id()).append("\n    attributes:\n");
            line(out, "      ", "label", asked.label(kind, words));
            line(out, "      ", "description", asked.more(kind, "Hint", words));
            line(out, "      ", "placeholder", asked.more(kind, "Example", words));
            out.append(code ? "      render: text\n" : "");
            choices(out, asked, words);
            if (asked.required()) {
                out.append("    validations:\n      required: true\n");
            }
        }
        return out.toString();
    }

    private static void choices(StringBuilder out, Asked asked, Words words) {
        List<String> choices = asked.choices(words);
        if (!choices.isEmpty()) {
            out.append("      options:\n");
        }
        for (int i = 0; i < choices.size(); i++) {
            if (asked.type().equals(TICKS)) {
                line(out, "        - ", "label", choices.get(i));
                if (!MAY_STAY_OPEN.contains(asked.boxes().get(i))) {
                    out.append("          required: true\n");
                }
            } else {
                out.append("        - ").append(Scalars.of(choices.get(i))).append('\n');
            }
        }
    }

    /** A key with its value, on one line or as a block; nothing where there is no value. */
    private static void line(StringBuilder out, String before, String key, String value) {
        if (value.indexOf('\n') >= 0) {
            out.append(before).append(key).append(": |\n");
            value.lines()
                    .forEach(
                            each -> out.append(before).append("  ").append(each).append('\n'));
        } else if (!value.isEmpty()) {
            out.append(before)
                    .append(key)
                    .append(": ")
                    .append(Scalars.of(value))
                    .append('\n');
        }
    }

    /** A template for GitLab, which has no forms: what is said of a question stands in a comment, to be written over. */
    static String template(String kind, Words words) {
        StringBuilder out = new StringBuilder();
        comment(out, words.get("issue." + kind + ".description"));
        for (Asked asked : FORMS.get(kind)) {
            out.append(IssueForm.HEADING).append(asked.label(kind, words)).append("\n\n");
            List<String> choices = asked.choices(words);
            if (asked.type().equals(TICKS)) {
                choices.forEach(box -> out.append("- [ ] ").append(box).append('\n'));
                out.append('\n');
            } else if (!choices.isEmpty()) {
                comment(out, words.get("issue.oneOf", String.join(words.get("list.separator"), choices)));
            } else {
                comment(out, asked.more(kind, "Hint", words));
            }
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static void comment(StringBuilder out, String text) {
        out.append(text.isEmpty() ? "" : "<!-- " + text + " -->\n\n");
    }
}
