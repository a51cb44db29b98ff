package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.value.BracketedTime;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.source.Span;

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
    private static final Pattern BOLD = Pattern.compile("\\*\\*((?:[^*\\\\]|\\\\.)+)\\*\\*");
    /** What begins something that is no paragraph. */
    private static final Pattern BLOCK = Pattern.compile("^ {0,3}(?:[-+*] |\\d{1,9}[.)] |`{3}|~{3}|>|#{1,6} |\\||<)");

    private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]（）<>]");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4}) min");

    /**
     * A step.
     *
     * @param text as it was written, without its number
     * @param bold its beginning in bold, as it was written, or empty
     * @param how the rest, as it was written
     */
    record Step(String text, String bold, String how, String minutes) {
        static Step of(String text) {
            Matcher parts = BOLD.matcher(text);
            int bold = parts.lookingAt() ? parts.end() : 0;
            List<Span> times = times(text, bold);
            Span time = times.size() == 1 && times.get(0).start() >= bold
                    ? times.get(0)
                    : new Span(text.length(), text.length());
            String rest = text.substring(bold, time.start()).stripTrailing()
                    + (time.length() > 0 && text.startsWith(".", time.end())
                            ? text.substring(time.end() + 1)
                            : text.substring(time.end()));
            String written = time.length() == 0
                    ? ""
                    : TypedText.plain(
                            text.substring(time.start() + 1, time.end() - 1).strip());
            Matcher minutes = MINUTES.matcher(written);
            return new Step(
                    text,
                    bold == 0 ? "" : parts.group(1),
                    rest.strip(),
                    minutes.matches() ? minutes.group(1) : written);
        }

        /** The times that count for a step, in its own paragraphs. */
        private static List<Span> times(String text, int bold) {
            List<Span> leading = new ArrayList<>();
            List<Span> ending = new ArrayList<>();
            int start = 0;
            for (String paragraph : paragraphs(text)) {
                int head = paragraphEnd(paragraph);
                String own = paragraph.substring(0, head);
                for (BracketedTime time : BracketedTime.in(own)) {
                    Span span = new Span(start + time.start(), start + time.end());
                    if (time.lacksUnit()) {
                        continue;
                    }
                    if (start == 0 && time.leads(own, bold)) {
                        leading.add(span);
                    } else if (time.ends(own)) {
                        ending.add(span);
                    }
                }
                start += paragraph.length();
            }
            return leading.isEmpty() ? ending : leading;
        }

        /** A text cut before each line that follows a blank one and is not indented; what is indented is part of a list. */
        private static List<String> paragraphs(String text) {
            return List.of(text.split("(?<=\n\n)(?=\\S)"));
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

    /** Where the paragraph ends with which a text begins: before a blank line, a list, a block of code. */
    private static int paragraphEnd(String text) {
        int end = 0;
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.isBlank() || BLOCK.matcher(line).find()) {
                break;
            }
            end += line.length();
        }
        return end;
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
        int head = paragraphEnd(rest);
        String below = rest.substring(head);
        String line = Stream.of(bold, rest.substring(0, head).stripTrailing(), time(given.text("minutes")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        if (line.isEmpty() || below.isEmpty()) {
            return line + below;
        }
        boolean joined = head > 0 && !below.startsWith("\n");
        return line + (joined ? "\n" : "\n\n") + below.stripLeading();
    }

    /** A time as a text has it, in brackets. A bare number means minutes, and so does what is no time: the check tells. */
    private static String time(String typed) {
        String written =
                BRACKETS.matcher(TypedText.oneLine(typed)).replaceAll("").strip();
        boolean complete = BracketedTime.minutes(written) > 0 || BracketedTime.isMeant(written);
        return written.isEmpty() ? "" : "(" + TypedText.escaped(written) + (complete ? "" : " min") + ")";
    }
}
