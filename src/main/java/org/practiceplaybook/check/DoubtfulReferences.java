package org.practiceplaybook.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.Attempt;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Pathway;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;

/** References to practices that exist, and still do not say what the writer meant. */
final class DoubtfulReferences implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Map<String, Practice> hidden = subject.library().hidden();
        for (Practice practice : subject.content().practices()) {
            practice.related().stream()
                    .map(Practice.Related::slug)
                    .filter(slug -> slug.value().equals(practice.slug()))
                    .forEach(slug -> report.accept(Diagnostic.of(
                                    RuleCode.RELATED_SELF,
                                    practice.at(slug.span()),
                                    "this practice is related to itself")
                            .effect("the page without this relation")
                            .remedy("name another practice, or take the line out")));
            practice.replacedBy()
                    .filter(slug -> slug.value().equals(practice.slug()))
                    .ifPresent(slug -> report.accept(Diagnostic.of(
                                    RuleCode.REPLACED_SELF,
                                    practice.at(slug.span()),
                                    "this practice is replaced by itself")
                            .effect("a link that leads back to the same page")
                            .remedy("name the practice that took its place")));
        }
        for (Attempt attempt : subject.content().attempts()) {
            attempt.named()
                    .filter(slug -> hidden.containsKey(slug.value()))
                    .forEach(slug -> report.accept(
                            draft(RuleCode.ATTEMPT_DRAFT, attempt, slug, "the attempt, and not this practice")));
        }
        for (Pathway pathway : subject.content().pathways()) {
            steps(pathway, hidden, report);
        }
    }

    private static Diagnostic draft(RuleCode rule, Entry entry, Located<String> practice, String effect) {
        return Diagnostic.of(
                        rule,
                        entry.at(practice.span()),
                        "\"" + practice.value() + "\" is a draft, which readers do not see")
                .effect(effect)
                .remedy("take the line \"" + Fields.STATE.line(State.DRAFT.key()) + "\" out of practices/"
                        + practice.value() + ".md");
    }

    private static void steps(Pathway pathway, Map<String, Practice> hidden, Consumer<Diagnostic> report) {
        Set<String> seen = new HashSet<>();
        for (Pathway.Step step : pathway.steps()) {
            Located<String> practice = step.practice();
            if (hidden.containsKey(practice.value())) {
                report.accept(draft(RuleCode.STEP_DRAFT, pathway, practice, "the pathway without this step"));
            }
            if (!seen.add(practice.value())) {
                report.accept(Diagnostic.of(
                                RuleCode.STEP_TWICE,
                                pathway.at(practice.span()),
                                "\"" + practice.value() + "\" is a step of this pathway already")
                        .effect("the same practice twice, and \"next\" cannot tell the two apart")
                        .remedy("take one of the two out, or say in its why what is done again"));
            }
            if (step.why().isEmpty()) {
                report.accept(Diagnostic.of(
                                RuleCode.STEP_WHY,
                                pathway.at(practice.span()),
                                "a word on why this step comes here would help")
                        .effect("the step, and not what it is for on this way")
                        .remedy("add a line below it: " + Fields.WHY.line("…")));
            }
        }
    }
}
