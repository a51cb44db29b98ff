package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Markdown;

/**
 * The section that says what to do: what stands before the steps, and the steps in rows. A step that nobody changed is
 * written as it was.
 *
 * @param before Markdown before the first step
 * @param rows the steps
 * @param gap what stands between two of them
 */
record Steps(String before, List<Step> rows, String gap) {
    private static final Pattern MARKER = Pattern.compile("^(\\d{1,9})([.)])( {1,4})(?=\\S)");
    private static final Pattern PARTS =
            Pattern.compile("(?s)(?:\\*\\*((?:[^*\\\\]|\\\\.)+)\\*\\*)?\\s*(.*?)(?:\\s*\\((\\d{1,3}) min\\))?");

    /**
     * A step.
     *
     * @param text as it was written, without its number
     * @param bold its beginning in bold, as it was written, or empty
     * @param how the rest, as it was written
     */
    record Step(String text, String bold, String how, String minutes) {
        static Step of(String text) {
            Matcher parts = PARTS.matcher(text);
            if (!parts.matches()) {
                return new Step(text, "", text, "");
            }
            String bold = parts.group(1) == null ? "" : parts.group(1);
            return new Step(text, bold, parts.group(2), parts.group(3) == null ? "" : parts.group(3));
        }

        String gist() {
            return TypedText.plain(bold);
        }

        Map<String, String> row() {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("gist", gist());
            row.put("minutes", minutes);
            row.put("how", how);
            return row;
        }
    }

    /** Empty where the section is not text and then steps, with nothing behind them. */
    static Optional<Steps> read(String section) {
        List<String> before = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<String> step = null;
        int indent = 0;
        boolean loose = false;
        for (String line : section.split("\n", -1)) {
            Matcher marker = MARKER.matcher(line);
            if (marker.find()) {
                loose |= step != null
                        && !step.isEmpty()
                        && step.get(step.size() - 1).isBlank();
                add(steps, step);
                indent = marker.end();
                step = new ArrayList<>(List.of(line.substring(indent)));
            } else if (step == null) {
                before.add(line);
            } else if (line.isBlank()) {
                step.add("");
            } else if (line.startsWith(" ".repeat(Math.min(indent, 3)))) {
                int cut = 0;
                while (cut < indent && line.charAt(cut) == ' ') {
                    cut++;
                }
                step.add(line.substring(cut));
            } else {
                return Optional.empty();
            }
        }
        add(steps, step);
        return Optional.of(new Steps(String.join("\n", before).strip(), List.copyOf(steps), loose ? "\n\n" : "\n"));
    }

    private static void add(List<Step> steps, List<String> lines) {
        if (lines != null) {
            steps.add(Step.of(String.join("\n", lines).strip()));
        }
    }

    boolean isSameAs(String text, List<JsonValue> given) {
        return text.equals(before)
                && given.stream()
                        .map(Steps::row)
                        .toList()
                        .equals(rows.stream().map(Step::row).toList());
    }

    private static Map<String, String> row(JsonValue given) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("gist", given.text("gist"));
        row.put("minutes", given.text("minutes"));
        row.put("how", given.text("how"));
        return row;
    }

    /** Markdown of the rows of a form. */
    String written(List<JsonValue> given, Markdown markdown) {
        List<String> lines = new ArrayList<>();
        for (JsonValue one : given) {
            String text = text(one, markdown);
            if (!text.isEmpty()) {
                String number = (lines.size() + 1) + ". ";
                lines.add(number
                        + text.replace("\n", "\n" + " ".repeat(number.length())).replaceAll("(?m)^ +$", ""));
            }
        }
        return String.join(gap, lines);
    }

    private String text(JsonValue given, Markdown markdown) {
        for (Step step : rows) {
            if (step.row().equals(row(given))) {
                return step.text();
            }
        }
        String gist = given.text("gist");
        String how = given.text("how");
        String bold = rows.stream()
                .filter(step -> !step.bold().isEmpty() && step.gist().equals(gist))
                .map(step -> "**" + step.bold() + "**")
                .findFirst()
                .orElse(TypedText.bold(gist));
        String rest = rows.stream().anyMatch(step -> step.how().equals(how)) ? how : TypedText.section(how, markdown);
        String minutes = given.text("minutes").matches("[1-9]\\d{0,2}") ? "(" + given.text("minutes") + " min)" : "";
        return String.join(
                " ",
                java.util.stream.Stream.of(bold, rest, minutes)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
