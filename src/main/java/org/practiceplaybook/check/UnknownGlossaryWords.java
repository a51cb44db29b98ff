package org.practiceplaybook.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/** References of the glossary to words that it does not have, and words that it has twice. */
final class UnknownGlossaryWords implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Map<String, String> owner = new HashMap<>();
        Map<String, String> places = new HashMap<>();
        for (GlossaryEntry entry : subject.content().glossary()) {
            String term = entry.term().value();
            owner.putIfAbsent(key(entry.term()), term);
            String before = places.putIfAbsent(Addresses.anchor(term), term);
            if (before != null) {
                report.accept(twice(entry.file(), entry.term(), before));
            }
        }
        for (GlossaryEntry entry : subject.content().glossary()) {
            entry.see()
                    .filter(see -> !owner.containsKey(key(see)))
                    .ifPresent(see -> report.accept(unknown(entry.file(), see, owner)));
            for (Located<String> other : entry.aka()) {
                String before = owner.putIfAbsent(key(other), entry.term().value());
                if (before != null && !before.equals(entry.term().value())) {
                    report.accept(twice(entry.file(), other, before));
                }
            }
        }
    }

    private static Diagnostic twice(SourceFile file, Located<String> word, String before) {
        return Diagnostic.of(
                        RuleCode.GLOSSARY_TWICE,
                        file.at(word.span()),
                        "\"" + word.value() + "\" is explained as \"" + before + "\" already")
                .effect("only the first explanation")
                .remedy("take it out of one of the two");
    }

    private static Diagnostic unknown(SourceFile file, Located<String> see, Map<String, String> owner) {
        Diagnostic advice = Diagnostic.of(
                        RuleCode.UNKNOWN_WORD, file.at(see.span()), "the glossary has no \"" + see.value() + "\"")
                .effect("a \"see\" that leads nowhere");
        Optional<String> near = Closest.to(see.value(), owner.values());
        return near.map(advice::meant).orElse(advice);
    }

    private static String key(Located<String> word) {
        return word.value().toLowerCase(Locale.ROOT);
    }
}
