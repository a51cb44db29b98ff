package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.State;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.TermRefs;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Fields that are not required and help readers to find an entry, or to trust it. A stub is welcome without them. */
final class AdvisedFields implements Rule {
    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        for (Practice practice : subject.content().practices()) {
            if (practice.state() == State.LIVE && !practice.isStub()) {
                check(practice, report);
            }
        }
        for (Attempt attempt : subject.content().attempts()) {
            check(attempt, report);
        }
    }

    private static void check(Practice practice, Consumer<Diagnostic> report) {
        List<String> terms = new ArrayList<>();
        for (Taxonomy taxonomy : List.of(Taxonomy.CHALLENGES, Taxonomy.ROLES, Taxonomy.PHASES, Taxonomy.LEVERAGE)) {
            if (of(practice.terms(), taxonomy).isEmpty()) {
                terms.add(taxonomy.key());
            }
        }
        if (!terms.isEmpty()) {
            report.accept(Diagnostic.of(
                            RuleCode.TERMS_MISSING,
                            practice.at(practice.title().span()),
                            "with " + listed(terms) + " more people would find this practice")
                    .effect("it in the list of all practices, and not under what they look for")
                    .remedy("add a line for each between the --- lines, for example: " + terms.get(0) + ": ["
                            + example(terms.get(0)) + "]"));
        }
        List<String> credit = new ArrayList<>();
        if (practice.sources().isEmpty()) {
            credit.add("sources");
        }
        if (practice.authors().isEmpty()) {
            credit.add("authors");
        }
        if (!credit.isEmpty()) {
            report.accept(Diagnostic.of(
                            RuleCode.CREDIT_MISSING,
                            practice.at(practice.title().span()),
                            "this practice does not say "
                                    + (credit.size() == 2
                                            ? "who wrote it, nor where it comes from"
                                            : credit.get(0).equals("authors") ? "who wrote it" : "where it comes from"))
                    .effect(credit.contains("authors") ? "no name with it" : "nothing to read on about it")
                    .remedy(
                            credit.contains("authors")
                                    ? "add a line: authors: [your name, or your network's]"
                                    : "add sources: with a title and an author; your own experience is a source too"));
        }
    }

    private static void check(Attempt attempt, Consumer<Diagnostic> report) {
        if (attempt.setting().isEmpty()) {
            report.accept(Diagnostic.of(
                            RuleCode.SETTING_MISSING,
                            attempt.at(attempt.title().span()),
                            "a few words on the setting would help others to compare")
                    .effect("what was tried, and not among whom")
                    .remedy("add a line, without names if you like: setting: A first meeting of eight organisations"));
        }
        if (attempt.sharedBy().isEmpty()) {
            report.accept(Diagnostic.of(
                            RuleCode.SHARER_MISSING,
                            attempt.at(attempt.title().span()),
                            "this attempt does not say who shares it")
                    .effect("it counted with all others that name nobody, as one person's")
                    .remedy("add a line: shared_by: your name, or anonymous"));
        }
    }

    private static List<?> of(TermRefs refs, Taxonomy taxonomy) {
        return refs.of(taxonomy);
    }

    private static String example(String key) {
        return switch (key) {
            case "challenges" -> "too-much-too-little-time";
            case "roles" -> "facilitator";
            case "phases" -> "gather";
            default -> "mindset";
        };
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
