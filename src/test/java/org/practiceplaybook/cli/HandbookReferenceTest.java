package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Test;
import org.practiceplaybook.check.Mistake;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Shape;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.RuleBook;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.Severity;

/**
 * The reference of the handbook is made of the code: fields and settings of the table of fields, rules of the book of rules
 * and the table of mistakes, commands of their options, values of templates of {@code theme/VALUES.md}.
 *
 * <p>Who changes one of these renews it: {@code mvn test -Dtest=HandbookReferenceTest -Dhandbook.write=true}.
 */
class HandbookReferenceTest {
    private static final Path REFERENCE = Path.of("docs", "handbook", "pages", "reference");
    private static final List<String> KINDS = List.of("practice", "attempt", "pathway", "page", "taxonomy", "glossary");

    @Test
    void theReferenceIsCurrent() throws IOException {
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Path file = REFERENCE.resolve(page.getKey());
            if (Boolean.getBoolean("handbook.write")) {
                Files.createDirectories(REFERENCE);
                Files.writeString(file, page.getValue());
            }
            assertThat(file).as("see the Javadoc of this test").hasContent(page.getValue());
        }
        try (Stream<Path> files = Files.list(REFERENCE)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(pages().keySet());
        }
    }

    private static Map<String, String> pages() throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(
                "index.md",
                head("Reference", "Every command, key, setting and message, made of the program itself.", 3)
                        .replace("---\n\n", "in_menu: Reference\n---\n"));
        pages.put("commands.md", commands());
        pages.put("fields.md", fields());
        pages.put("settings.md", settings());
        pages.put(
                "errors.md", rules(Severity.ERROR, "Errors", "What stops a build, because it would hurt a reader.", 4));
        pages.put("advice.md", rules(Severity.ADVICE, "Advice", "What would help a reader. It stops nothing.", 5));
        pages.put("templates.md", templates());
        return pages;
    }

    private static String head(String title, String summary, int order) {
        return "---\ntitle: " + title + "\nsummary: " + summary + "\norder: " + order + "\n---\n\n";
    }

    /** A cell of a table: what would be read as Markdown is shown as it is. */
    private static String cell(String text) {
        return text.replaceAll("([\\\\|<>*_\\[\\]])", "\\\\$1");
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    // ---- commands

    private static String commands() {
        StringBuilder out =
                new StringBuilder(head("Commands", "What the command does, and what each part of it takes.", 1));
        out.append("""
                In a playbook the command is `./playbook`, on Windows `playbook.cmd`; the program alone is run by
                `java -jar practice-playbook.jar`. `./playbook COMMAND --help` says what stands here.

                | Exit status | Meaning |
                |---|---|
                | 0 | done |
                | 1 | the content or the theme has errors; they were told, and the site was not touched unless `--keep-going` asked for it |
                | 2 | the command was used wrongly |
                | 3 | the machine said no: a full disk, a missing permission, a port that is taken; the old site is as it was |
                """);
        for (Verb verb : Main.VERBS) {
            String purpose = verb.purpose();
            out.append("\n## ").append(verb.name()).append("\n\n");
            out.append(cell(Character.toUpperCase(purpose.charAt(0)) + purpose.substring(1)))
                    .append(".\n\n");
            out.append(code("playbook " + verb.usage()).replace("\\|", "|")).append("\n");
            List<Option> options = List.copyOf(verb.options().getOptions());
            if (!options.isEmpty()) {
                out.append("\n| Option | Meaning |\n|---|---|\n");
                for (Option option : options) {
                    String value = option.hasArg() ? " " + option.getArgName() : "";
                    out.append("| ").append(code("--" + option.getLongOpt() + value));
                    out.append(" | ").append(cell(option.getDescription())).append(" |\n");
                }
            }
        }
        return out.toString();
    }

    // ---- fields

    private static String fields() {
        StringBuilder out =
                new StringBuilder(head("Fields", "What can stand between the lines of hyphens, kind by kind.", 2));
        out.append("""
                A key with *needed* must be there. One with *advised* helps readers; without it you get advice. A playbook can have
                further ones: [Add fields and vocabularies of your own](../how-to/own-fields.md).
                """);
        for (String kind : KINDS) {
            out.append("\n## ")
                    .append(English.WORDS.get("schema.title." + kind))
                    .append("\n\n");
            table(out, Fields.all().get(kind), "");
        }
        return out.toString();
    }

    private static String settings() {
        StringBuilder out =
                new StringBuilder(head("Settings", "What can stand in playbook.yml, the file of settings.", 3));
        out.append("All of them can be left out but the name.\n\n");
        table(out, Fields.all().get("playbook"), "");
        return out.toString();
    }

    private static void table(StringBuilder out, List<Field<?>> fields, String above) {
        if (above.isEmpty()) {
            out.append("| Key | Holds | Meaning |\n|---|---|---|\n");
        }
        for (Field<?> field : fields) {
            String key = above.isEmpty() ? field.key() : above + "." + field.key();
            out.append("| ")
                    .append(code(key))
                    .append(" | ")
                    .append(holds(field))
                    .append(" | ");
            out.append(cell(English.WORDS.get("schema.field." + field.key())));
            if (field.need().rule() != null) {
                out.append(field.isRequired() ? " *Needed.*" : " *Advised.*");
            }
            if (field.limit().longest() > 0) {
                out.append(" At most ").append(field.limit().longest()).append(" characters.");
            }
            out.append(" |\n");
            table(out, field.shape().fields(), key);
        }
    }

    private static String holds(Field<?> field) {
        if (!field.shape().choices().isEmpty()) {
            return String.join(
                    ", ",
                    field.shape().choices().stream()
                            .map(HandbookReferenceTest::code)
                            .toList());
        }
        if (field.shape() instanceof Shape.Value<?> value) {
            return form(value.form());
        }
        if (field.shape() instanceof Shape.Names || field.shape() instanceof Shape.Lines) {
            return "list";
        }
        if (field.shape() instanceof Shape.Values<?> values) {
            return "list: " + cell(values.item().form());
        }
        if (field.shape() instanceof Shape.Parts || field.shape() instanceof Shape.ByName) {
            return "list of parts";
        }
        return field.shape() instanceof Shape.Part
                ? "parts"
                : field.shape() instanceof Shape.Reasons ? "names, each with a reason" : "text";
    }

    /** What can be copied is code, so that its quotation marks stay straight. */
    private static String form(String form) {
        int end = (form + ", ").indexOf(", ");
        return form.contains(": ") ? code(form.substring(0, end)) + cell(form.substring(end)) : cell(form);
    }

    // ---- rules

    private static String rules(Severity severity, String title, String summary, int order) throws IOException {
        Map<String, RuleCode> byCode = new TreeMap<>();
        Stream.of(RuleCode.values())
                .filter(rule -> rule.severity() == severity)
                .forEach(rule -> byCode.put(rule.id(), rule));
        Map<String, String> examples = examples();
        StringBuilder out = new StringBuilder(head(title, summary, order));
        out.append("In alphabetical order. ").append("`./playbook check` ends with how often each was found.\n");
        char letter = 0;
        for (Map.Entry<String, RuleCode> rule : byCode.entrySet()) {
            if (rule.getKey().charAt(0) != letter) {
                letter = rule.getKey().charAt(0);
                out.append("\n## ").append(Character.toUpperCase(letter)).append('\n');
            }
            out.append("\n**`").append(rule.getKey()).append("`** ");
            out.append(cell(RuleBook.asks(rule.getValue()))).append('\n');
            Optional.ofNullable(examples.get(rule.getKey()))
                    .ifPresent(example -> out.append("\n").append(fenced(example)));
        }
        return out.toString();
    }

    private static String fenced(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "text\n" + text + "\n" + fence + "\n";
    }

    /** What is said of a mistake, of those that break fewest rules. */
    private static Map<String, String> examples() throws IOException {
        List<Mistake> all = new ArrayList<>(Mistake.all());
        all.sort(Comparator.comparing(mistake -> mistake.rules().lines().count()));
        Map<String, String> examples = new LinkedHashMap<>();
        for (Mistake mistake : all) {
            List<String> codes = mistake.rules()
                    .lines()
                    .map(rule -> rule.substring(rule.indexOf(' ') + 1).strip())
                    .toList();
            List<String> told = List.of(mistake.words().strip().split("\n\n"));
            for (int i = 0; i < codes.size() && told.size() == codes.size(); i++) {
                if (Characters.firstUnfit(told.get(i), 0) < 0) {
                    examples.putIfAbsent(codes.get(i), told.get(i));
                }
            }
        }
        return examples;
    }

    // ---- templates

    private static String templates() throws IOException {
        String values = Files.readString(Path.of("theme", "VALUES.md"));
        return head("Values of templates", "What each template of the theme may ask for.", 6)
                + values.substring(values.indexOf("\n\n") + 2)
                        .replace(
                                "[README.md](README.md) says how templates are written.",
                                "[Change how it looks](../how-to/theme.md) says where they lie.");
    }
}
