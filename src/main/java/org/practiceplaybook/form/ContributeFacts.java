package org.practiceplaybook.form;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.RepositoryHost;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.theme.Words;

/** What the forms know of the playbook: a script that comes with them, and one when somebody begins to write. */
public final class ContributeFacts implements Output {
    /** The words that scripts say begin with this. */
    private static final String SAY = "contribute.say.";

    /** The words of a preview, or how several of them begin. */
    private static final List<String> OF_PREVIEW = List.of(
            "text.",
            "sections.",
            "practice.time",
            "practice.where",
            "practice.group",
            "practice.experience",
            "practice.challenges",
            "practice.roles",
            "practice.phases",
            "practice.leverage",
            "practice.total",
            "practice.materials",
            "practice.sources",
            "practice.authors",
            "attempt.practices",
            "attempt.ledTo",
            "attempt.setting",
            "attempt.sharedBy",
            "attempt.anonymous",
            "contribute.attempt.result",
            "experience.",
            "result.",
            "time.",
            "group.",
            "where.",
            "list.",
            "plural.");

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        sheets.accept(new SiteFile(edition.addresses().rules(), () -> script("playbookRules", shown(edition))));
        sheets.accept(new SiteFile(edition.addresses().checks(), () -> script("playbookChecks", judgedBy(edition))));
    }

    private static byte[] script(String name, Map<String, Object> facts) {
        return ("window." + name + " = " + Json.of(facts) + ";\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> shown(Edition edition) {
        Map<String, Object> facts = new LinkedHashMap<>(Judge.facts(edition.library()));
        facts.put("texts", ContributeTexts.firsts(edition));
        RepositoryHost.of(edition).ifPresent(host -> facts.put("host", host(host)));
        facts.put("contentPath", edition.options().contentPath());
        facts.put("email", edition.settings().email());
        facts.put("words", words(edition.words(), List.of(SAY), SAY.length()));
        return facts;
    }

    private static Map<String, Object> judgedBy(Edition edition) {
        Map<String, Object> facts = new LinkedHashMap<>(Judge.moreFacts(edition.library()));
        facts.put("text", ofPreview(edition.words()));
        String original = edition.library().tongues().original();
        if (!original.equals(edition.language())) {
            facts.put("original", sections(edition.theme().words(original)));
        }
        return facts;
    }

    /** What sections are called, by key. */
    static Map<String, String> sections(Words words) {
        return words(words, List.of("sections."), 0);
    }

    /** The words of which a form makes its preview. */
    static Map<String, String> ofPreview(Words words) {
        return words(words, OF_PREVIEW, 0);
    }

    private static Map<String, Object> host(RepositoryHost host) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", host.title());
        view.put("kind", host.kind().key());
        view.put("repository", host.repository());
        view.put("practices", host.newAddress("practices"));
        view.put("attempts", host.newAddress("attempts"));
        view.put("text", host.textParameter());
        view.put("edit", host.editAddress(""));
        return view;
    }

    private static Map<String, String> words(Words words, List<String> beginnings, int cut) {
        Map<String, String> texts = new TreeMap<>();
        words.keys().stream()
                .filter(key -> beginnings.stream().anyMatch(key::startsWith))
                .forEach(key -> texts.put(key.substring(cut), words.get(key)));
        return texts;
    }
}
