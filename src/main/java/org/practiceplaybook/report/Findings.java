package org.practiceplaybook.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;

/**
 * What was found, and what of it counts.
 *
 * @param all every finding, by file and place
 * @param strict does advice count as an error?
 */
public record Findings(List<Finding> all, boolean strict) {
    public Findings {
        all = List.copyOf(all);
    }

    /**
     * One finding.
     *
     * @param known was it there before the change that is looked at?
     * @param touched is its file one that the change touches?
     */
    public record Finding(Diagnostic diagnostic, boolean known, boolean touched) {}

    /** Of all content, with no change to look at. */
    public static Findings of(List<Diagnostic> found, boolean strict) {
        return new Findings(
                found.stream()
                        .map(diagnostic -> new Finding(diagnostic, false, true))
                        .toList(),
                strict);
    }

    /**
     * Of a change.
     *
     * @param known findings that were there before, by identity
     * @param touched the files that the change touches
     */
    public static Findings of(List<Diagnostic> found, Set<Diagnostic> known, Set<String> touched, boolean strict) {
        return new Findings(
                found.stream()
                        .map(diagnostic -> new Finding(
                                diagnostic,
                                known.contains(diagnostic),
                                touched.contains(diagnostic.place().file().path())))
                        .toList(),
                strict);
    }

    public boolean isError(Finding finding) {
        // a name that was changed as it should be leaves nothing to mend
        return finding.diagnostic().isError() || strict && finding.diagnostic().rule() != RuleCode.RENAMED;
    }

    /** Does anything new count as an error? */
    public boolean hasErrors() {
        return all.stream().anyMatch(finding -> !finding.known() && isError(finding));
    }

    public List<Diagnostic> fresh() {
        return all.stream()
                .filter(finding -> !finding.known())
                .map(Finding::diagnostic)
                .toList();
    }

    public List<Diagnostic> known() {
        return all.stream().filter(Finding::known).map(Finding::diagnostic).toList();
    }

    /**
     * What weighs most first: the new before the known, what was taken away before the links that it breaks, files of the
     * change before others, errors before advice.
     */
    public List<Finding> byWeight() {
        return all.stream()
                .sorted(Comparator.comparing(Finding::known)
                        .thenComparing(finding -> finding.diagnostic().rule() != RuleCode.REMOVED_LINKED)
                        .thenComparing(finding -> !finding.touched())
                        .thenComparing(finding -> !isError(finding)))
                .toList();
    }

    /**
     * Those that matter most, in the order of their places: errors, then what stands early among the rules, which begin with
     * what cannot be read and end with what is printed.
     */
    public static List<Diagnostic> weightiest(List<Diagnostic> found, int most) {
        return found.stream()
                .sorted(Comparator.comparing(Diagnostic::severity)
                        .thenComparing(Diagnostic::rule)
                        .thenComparing(Diagnostic.ORDER))
                .limit(most)
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    /** "2 errors, 1 piece of advice. 12 known before." */
    public String count() {
        String counted = count(fresh());
        long known = known().size();
        return known == 0 ? counted : counted + " Known before and not counted: " + known + ".";
    }

    /** "2 errors, 1 piece of advice." */
    public static String count(List<Diagnostic> found) {
        long errors = found.stream().filter(Diagnostic::isError).count();
        long advice = found.size() - errors;
        if (found.isEmpty()) {
            return "No errors, no advice.";
        }
        String advised = advice == 0 ? "" : advice + (advice == 1 ? " piece" : " pieces") + " of advice";
        String failed = errors == 0 ? "" : errors + (errors == 1 ? " error" : " errors");
        return failed.isEmpty() || advised.isEmpty() ? failed + advised + "." : failed + ", " + advised + ".";
    }

    /** How often each rule was found, the most frequent first. */
    static List<Map.Entry<String, Long>> byRule(List<Diagnostic> found) {
        Map<String, Long> counts =
                found.stream().collect(Collectors.groupingBy(Diagnostic::code, HashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
