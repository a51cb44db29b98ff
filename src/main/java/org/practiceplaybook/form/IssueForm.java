package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.practiceplaybook.yaml.JsonReader;

/**
 * A form for issues as a repository's host shows it, and what somebody wrote into it. The host makes Markdown of that, and a
 * template is that: a heading for each question, the answer below. Questions may be worded at will; their ids may not.
 *
 * @param questions in their order
 */
public record IssueForm(List<Question> questions) {
    static final String HEADING = "### ";
    private static final String NOTHING = "_No response_";
    /** What a template says of a question, where nobody has written over it. */
    private static final Pattern COMMENTS = Pattern.compile("(?s)^(?:\\s*<!--.*?-->)++");

    public IssueForm {
        questions = List.copyOf(questions);
    }

    /**
     * A question.
     *
     * @param options what can be chosen; of boxes to tick only those that have to be
     */
    record Question(String id, String label, String type, boolean required, List<String> options) {
        boolean isTicks() {
            return type.equals("checkboxes");
        }
    }

    /** Reads a form; empty where the text is none. */
    public static Optional<IssueForm> read(String yaml) {
        List<Question> questions = new ArrayList<>();
        for (JsonValue part :
                JsonValue.of(JsonReader.read(yaml).orElse(Map.of())).parts("body")) {
            JsonValue attributes = part.part("attributes");
            String id = part.text("id");
            if (!id.isEmpty() && !attributes.text("label").isBlank()) {
                boolean ticks = part.text("type").equals("checkboxes");
                questions.add(new Question(
                        id,
                        attributes.text("label").strip(),
                        part.text("type"),
                        isRequired(part.part("validations")),
                        ticks
                                ? attributes.parts("options").stream()
                                        .filter(IssueForm::isRequired)
                                        .map(option -> option.text("label").strip())
                                        .toList()
                                : attributes.texts("options")));
            }
        }
        return questions.isEmpty() ? Optional.empty() : Optional.of(new IssueForm(questions));
    }

    private static boolean isRequired(JsonValue part) {
        return part.values().get("required") == Boolean.TRUE;
    }

    /**
     * What was answered, by the questions' ids; empty where the text was not written with this form.
     *
     * @param body of the issue
     */
    public Optional<Map<String, String>> answers(String body) {
        List<String> lines = body.replace("\r\n", "\n").lines().toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        int from = 0;
        for (Question question : questions) {
            int at = from;
            while (at < lines.size() && !lines.get(at).stripTrailing().equals(HEADING + question.label())) {
                at++;
            }
            if (at == lines.size()) {
                if (question.required() || question.isTicks()) {
                    return Optional.empty();
                }
                continue;
            }
            places.put(question.id(), at);
            from = at + 1;
        }
        List<Integer> starts = new ArrayList<>(places.values());
        starts.add(lines.size());
        Map<String, String> answers = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<String, Integer> place : places.entrySet()) {
            String answer = String.join("\n", lines.subList(place.getValue() + 1, starts.get(++i)))
                    .strip();
            answers.put(
                    place.getKey(),
                    answer.equals(NOTHING)
                            ? ""
                            : COMMENTS.matcher(answer).replaceFirst("").strip());
        }
        return Optional.of(answers);
    }

    /** The boxes that have to be ticked and are not. */
    public List<String> open(Map<String, String> answers) {
        return questions.stream()
                .filter(Question::isTicks)
                .flatMap(question -> question.options().stream()
                        .filter(option -> answers.getOrDefault(question.id(), "")
                                .lines()
                                .noneMatch(line -> line.strip().equalsIgnoreCase("- [x] " + option))))
                .toList();
    }

    /** What stands at the place of an answer among the choices, from 0; -1 for none of them. */
    int choice(String id, String answer) {
        return questions.stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .map(question -> question.options().stream()
                        .map(option -> option.toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf(answer.strip().toLowerCase(Locale.ROOT)))
                .orElse(-1);
    }
}
