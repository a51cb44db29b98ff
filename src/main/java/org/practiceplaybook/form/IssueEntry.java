package org.practiceplaybook.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.SectionKind;
import org.practiceplaybook.content.value.Outcome;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.theme.Words;

/**
 * What somebody wrote into an issue form, as the file of an entry. It is put into fields by the same code as in the forms of
 * the site: whatever it says, it stays the value of its field, and the text of its section.
 *
 * @param path within the content folder; empty where the title gives no name of a file
 * @param text of the file
 */
public record IssueEntry(String path, String text) {
    /** The kinds of entries that forms of issues ask for, by the name of the form: the folder. */
    public static final SortedMap<String, String> FOLDERS =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("practice", "practices", "attempt", "attempts")));

    /** Where answers go that are no field of the same name: the section of a text. */
    private static final Map<String, Map<String, SectionKind>> SECTIONS = Map.of(
            "practices", Map.of("steps", SectionKind.WHAT, "tried", SectionKind.STORY),
            "attempts", Map.of("story", SectionKind.HAPPENED, "next", SectionKind.NEXT));

    /**
     * Makes the file.
     *
     * @param folder of the entry
     * @param answers by the questions' ids
     */
    public static IssueEntry of(
            String folder, IssueForm form, Map<String, String> answers, Library library, Words words) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Map<String, Object>> sections = new ArrayList<>();
        answers.forEach((id, answer) -> {
            SectionKind kind = SECTIONS.get(folder).get(id);
            if (kind != null) {
                sections.add(Map.of("field", id, "heading", words.sections().usual(kind)));
            }
            if (!answer.isBlank()) {
                values.put(key(id), value(id, answer, form, library));
            }
        });
        Map<String, Object> facts = new LinkedHashMap<>(Judge.facts(library));
        facts.putAll(Judge.moreFacts(library));
        facts.put("text", ContributeFacts.ofPreview(words));
        Map<String, Object> written =
                new Judge(facts).written(Map.of("folder", folder, "sections", sections, "values", values));
        return new IssueEntry((String) written.get("path"), (String) written.get("text"));
    }

    private static String key(String id) {
        return switch (id) {
            case "author" -> Fields.AUTHORS.key();
            case "shared-by" -> Fields.SHARED_BY.key();
            case "practice" -> Fields.PRACTICES.key();
            default -> id;
        };
    }

    private static Object value(String id, String answer, IssueForm form, Library library) {
        if (id.equals(Fields.SOURCES.key())) {
            Field<?> title = Fields.SOURCE_TITLE;
            return TypedText.lines(answer).stream()
                    .map(line -> Map.of(title.key(), line))
                    .toList();
        }
        if (id.equals("practice")) {
            return Stream.of(answer.split("[\n,]"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> practice(name, library))
                    .toList();
        }
        if (id.equals(Fields.RESULT.key())) {
            int choice = form.choice(id, answer);
            return choice >= 0 && choice < Outcome.values().length ? Outcome.values()[choice].key() : answer;
        }
        return answer;
    }

    /** The practice that is meant by its title, by the address of its page or by its name; what is none stays as it is. */
    private static String practice(String said, Library library) {
        String last = said.replaceFirst("[?#].*$", "")
                .replaceFirst("/$", "")
                .replaceFirst("^.*/", "")
                .replaceFirst("\\.(?:html|md)$", "");
        Optional<Practice> named = library.entries()
                .filter(Practice.class::isInstance)
                .map(Practice.class::cast)
                .filter(practice -> practice.title().value().equalsIgnoreCase(said)
                        || practice.slug().equals(last))
                .findFirst();
        return named.map(Practice::slug).orElse(said);
    }
}
