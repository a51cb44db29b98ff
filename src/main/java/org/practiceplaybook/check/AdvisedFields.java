package org.practiceplaybook.check;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/** Fields that are not required and help readers to find an entry, or to trust it. A stub is welcome without them. */
final class AdvisedFields implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        for (Practice practice : subject.content().practices()) {
            if (practice.state() == State.LIVE && !practice.isStub()) {
                check(practice, subject.content().model().ofPractice(), report);
            }
        }
        for (Attempt attempt : subject.content().attempts()) {
            check(attempt, report);
        }
    }

    private static void check(Practice practice, List<Field<?>> table, Consumer<Diagnostic> report) {
        List<Field<?>> terms = table.stream()
                .filter(field -> field.need().rule() == RuleCode.TERMS_MISSING)
                .filter(field -> practice.terms().of(field).isEmpty())
                .toList();
        if (!terms.isEmpty()) {
            Field.Need need = terms.get(0).need();
            report.accept(Diagnostic.of(
                            need.rule(),
                            practice.at(practice.title().span()),
                            "with " + listed(terms) + " more people would find this practice")
                    .effect(need.without())
                    .remedy("add a line for each between the --- lines, for example: "
                            + terms.get(0).line(need.example())));
        }
        boolean authors = practice.authors().isEmpty();
        boolean sources = practice.sources().isEmpty();
        if (authors || sources) {
            Field<?> missing = authors ? Fields.AUTHORS : Fields.SOURCES;
            report.accept(Diagnostic.of(
                            missing.need().rule(),
                            practice.at(practice.title().span()),
                            "this practice does not say "
                                    + (authors && sources
                                            ? "who wrote it, nor where it comes from"
                                            : authors ? "who wrote it" : "where it comes from"))
                    .effect(missing.need().without())
                    .remedy(
                            authors
                                    ? "add a line: "
                                            + missing.line(missing.need().example())
                                    : "add " + missing.key()
                                            + ": with a title and an author; your own experience is a source too"));
        }
    }

    private static void check(Attempt attempt, Consumer<Diagnostic> report) {
        if (attempt.setting().isEmpty()) {
            report.accept(advice(attempt, Fields.SETTING, "a few words on the setting would help others to compare")
                    .remedy("add a line, without names if you like: "
                            + Fields.SETTING.line(Fields.SETTING.need().example())));
        }
        if (attempt.sharedBy().isEmpty()) {
            report.accept(advice(attempt, Fields.SHARED_BY, "this attempt does not say who shares it")
                    .remedy("add a line: "
                            + Fields.SHARED_BY.line(Fields.SHARED_BY.need().example())));
        }
    }

    private static Diagnostic advice(Attempt attempt, Field<?> field, String message) {
        return Diagnostic.of(field.need().rule(), attempt.at(attempt.title().span()), message)
                .effect(field.need().without());
    }

    private static String listed(List<Field<?>> fields) {
        List<String> words = fields.stream().map(Field::key).toList();
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
