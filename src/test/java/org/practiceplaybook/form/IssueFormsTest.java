package org.practiceplaybook.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;

/** Forms for issues: made of words, kept as files for each language, and what is written with them is read again. */
class IssueFormsTest {
    private static final Path KEPT = Path.of("src/main/resources/bundled/languages");
    private static final List<String> RECEIVED = List.of("practice", "attempt");

    static List<String> languages() {
        return Words.languages(Bundled.theme());
    }

    private static Words words(String language) {
        return Words.of(Bundled.theme(), language);
    }

    private static void isKept(Path file, byte[] bytes) throws IOException {
        if (Boolean.getBoolean("forms.write")) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
        assertThat(file).as("renewed with -Dforms.write=true").hasContent(new String(bytes, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theFilesOfALanguageAreThoseOfItsWords(String language) throws IOException {
        for (Map.Entry<String, byte[]> file : IssueForms.files(words(language)).entrySet()) {
            isKept(KEPT.resolve(language).resolve(file.getKey().replaceFirst("^\\.", "dot-")), file.getValue());
            if (language.equals("en")) {
                isKept(Path.of(file.getKey()), file.getValue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsWrittenWithThemIsRead(String language) {
        for (String kind : RECEIVED) {
            IssueForm form = IssueForms.of(kind, words(language));
            Map<String, String> given = answers(form);
            assertThat(form.answers(asGitHubWrites(form, given))).contains(given);
            assertThat(form.open(given)).isEmpty();
            String template = IssueForms.template(kind, words(language));
            assertThat(form.answers(filled(template, given))).contains(given);
            assertThat(form.answers(template).orElseThrow().values().stream().filter(answer -> !answer.isEmpty()))
                    .as("nothing is answered yet")
                    .hasSize(1)
                    .allMatch(boxes -> boxes.startsWith("- [ ] "));
        }
        IssueForm attempt = IssueForms.of("attempt", words(language));
        String last = words(language).get("result.fell-short");
        assertThat(attempt.choice("result", " " + last.toUpperCase() + "\n")).isEqualTo(2);
    }

    /** The form of one kind, or of one language, is not taken for that of another. */
    @Test
    void noFormIsTakenForAnother() {
        Map<String, IssueForm> forms = new LinkedHashMap<>();
        for (String language : languages()) {
            RECEIVED.forEach(kind -> forms.put(language + " " + kind, IssueForms.of(kind, words(language))));
        }
        forms.forEach((name, form) -> {
            String body = asGitHubWrites(form, answers(form));
            List<String> reading = new ArrayList<>();
            forms.forEach((other, one) -> one.answers(body).ifPresent(found -> reading.add(other)));
            assertThat(reading).containsExactly(name);
        });
    }

    private static Map<String, String> answers(IssueForm form) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (IssueForm.Question question : form.questions()) {
            answers.put(
                    question.id(),
                    switch (question.type()) {
                        case "checkboxes" ->
                            question.options().stream()
                                    .map(box -> "- [X] " + box)
                                    .collect(Collectors.joining("\n"));
                        case "dropdown" -> question.options().get(0);
                        default -> "Answer\n\n<!-- kept --> to " + question.id();
                    });
        }
        return answers;
    }

    private static String asGitHubWrites(IssueForm form, Map<String, String> answers) {
        return form.questions().stream()
                .map(question -> "### " + question.label() + "\n\n" + answers.get(question.id()))
                .collect(Collectors.joining("\r\n\r\n"));
    }

    /** Somebody writes below each comment, and ticks the boxes. */
    private static String filled(String template, Map<String, String> answers) {
        StringBuilder out = new StringBuilder();
        List<String> left = new ArrayList<>(answers.values());
        for (String part : template.split("(?m)^(?=### )")) {
            String answer = part.startsWith("### ") ? left.remove(0) : "";
            boolean boxes = part.contains("\n- [ ] ");
            out.append(boxes ? part.replaceAll("(?m)^- \\[ ].*\\R?", "") : part)
                    .append(answer)
                    .append("\n\n");
        }
        return out.toString();
    }
}
