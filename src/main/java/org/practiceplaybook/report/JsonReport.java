package org.practiceplaybook.report;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.practiceplaybook.report.Findings.Finding;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Lines;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.theme.Json;

/**
 * Findings for a program. The form is described by {@code report/findings.schema.json} beside this class; what stands there
 * stays, and more may come.
 *
 * @param root put before every path: the content folder as the user named it, ending in a slash, or empty
 * @param version of this program
 */
public record JsonReport(String root, String version) {
    /** The version of the form; it goes up when something that was there goes or changes. */
    static final int FORM = 1;

    public String of(Findings findings) {
        return of(findings, List.of());
    }

    /**
     * The same with groups.
     *
     * @param groups of the findings that are not known; none leaves them out
     */
    public String of(Findings findings, List<Grouping.Group> groups) {
        Positions positions = new Positions();
        List<Diagnostic> fresh = findings.fresh();
        long errors = fresh.stream().filter(Diagnostic::isError).count();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("form", FORM);
        report.put("version", version);
        report.put("passed", !findings.hasErrors());
        report.put("errors", errors);
        report.put("advice", fresh.size() - errors);
        report.put("known", findings.known().size());
        List<Told<Finding>> told = Told.ofChange(findings.all());
        report.put("findings", told.stream().map(one -> finding(one, positions)).toList());
        if (!groups.isEmpty()) {
            List<Diagnostic> listed =
                    told.stream().map(one -> one.finding().diagnostic()).toList();
            Map<Diagnostic, Integer> numbers = new IdentityHashMap<>();
            for (int i = 0; i < listed.size(); i++) {
                numbers.put(listed.get(i), i);
            }
            report.put(
                    "groups",
                    groups.stream().map(group -> group(group, numbers)).toList());
        }
        return ControlCodes.json(Json.of(report));
    }

    private static Map<String, Object> group(Grouping.Group group, Map<Diagnostic, Integer> numbers) {
        long errors = group.found().stream().filter(Diagnostic::isError).count();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", group.name());
        map.put("errors", errors);
        map.put("advice", group.found().size() - errors);
        map.put(
                "findings",
                group.found().stream()
                        .map(numbers::get)
                        .filter(Objects::nonNull)
                        .toList());
        return map;
    }

    private Map<String, Object> finding(Told<Finding> one, Positions positions) {
        Finding finding = one.finding();
        Diagnostic diagnostic = finding.diagnostic();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", diagnostic.code());
        map.put("severity", diagnostic.isError() ? "error" : "advice");
        map.put("known", finding.known());
        map.put("path", root + diagnostic.place().file().path());
        positions.of(diagnostic.place()).ifPresent(region -> put(region, map));
        map.put("message", Lines.brief(diagnostic.message()));
        put("label", diagnostic.label(), map);
        put("effect", diagnostic.effect(), map);
        put("remedy", diagnostic.remedy(), map);
        diagnostic.edit().ifPresent(edit -> map.put("edit", edit(diagnostic, edit, positions)));
        if (one.more() > 0) {
            map.put("more", one.more());
        }
        return map;
    }

    private static void put(String key, String text, Map<String, Object> map) {
        if (!text.isEmpty()) {
            map.put(key, Lines.brief(text));
        }
    }

    private static void put(Positions.Region region, Map<String, Object> map) {
        map.put("line", region.start().line());
        map.put("column", region.start().column());
        map.put("endLine", region.end().line());
        map.put("endColumn", region.end().column());
    }

    private static Map<String, Object> edit(Diagnostic diagnostic, Edit edit, Positions positions) {
        Place place = diagnostic.place();
        Map<String, Object> map = new LinkedHashMap<>();
        put(
                new Positions.Region(
                        positions.at(place.file(), edit.span().start()),
                        positions.at(place.file(), edit.span().end())),
                map);
        map.put("text", edit.text());
        map.put("certain", diagnostic.rule().isMended());
        return map;
    }
}
