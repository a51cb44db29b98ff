package org.practiceplaybook.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.report.Findings.Finding;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.RuleBook;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.Severity;
import org.practiceplaybook.theme.Json;

/**
 * Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for code scanning and editors.
 *
 * @param root put before every path: the content folder within the repository, ending in a slash, or empty
 * @param version of this program
 */
public record SarifReport(String root, String version) {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public String of(Findings findings) {
        Positions positions = new Positions();
        List<RuleCode> rules = findings.all().stream()
                .map(finding -> finding.diagnostic().rule())
                .distinct()
                .sorted(Comparator.comparing(RuleCode::id))
                .toList();
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Practice Playbook");
        driver.put("semanticVersion", version);
        driver.put("rules", rules.stream().map(SarifReport::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put(
                "results",
                Told.ofChange(findings.all()).stream()
                        .map(one -> result(findings, one, rules, positions))
                        .toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return ControlCodes.json(Json.of(log));
    }

    private static Map<String, Object> rule(RuleCode code) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code.id());
        rule.put("shortDescription", Map.of("text", RuleBook.asks(code)));
        rule.put("help", Map.of("text", RuleBook.asks(code)));
        rule.put("defaultConfiguration", Map.of("level", level(code.severity() == Severity.ERROR)));
        return rule;
    }

    private static String level(boolean error) {
        return error ? "error" : "note";
    }

    private Map<String, Object> result(
            Findings findings, Told<Finding> one, List<RuleCode> rules, Positions positions) {
        Finding finding = one.finding();
        Diagnostic diagnostic = finding.diagnostic();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", diagnostic.code());
        result.put("ruleIndex", rules.indexOf(diagnostic.rule()));
        result.put("level", level(findings.isError(finding)));
        result.put("message", Map.of("text", String.join("\n", one.lines(diagnostic))));
        result.put("locations", List.of(Map.of("physicalLocation", location(diagnostic.place(), positions))));
        result.put("baselineState", finding.known() ? "unchanged" : "new");
        if (one.more() > 0) {
            result.put("properties", Map.of("more", one.more()));
        }
        diagnostic.edit().ifPresent(edit -> result.put("fixes", List.of(fix(diagnostic.place(), edit, positions))));
        return result;
    }

    private Map<String, Object> location(Place place, Positions positions) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", artifact(place));
        positions.of(place).ifPresent(region -> location.put("region", region(region)));
        return location;
    }

    private Map<String, Object> artifact(Place place) {
        String path = root + place.file().path();
        return Map.of("uri", path.isEmpty() ? "." : Addresses.url(path), "uriBaseId", "%SRCROOT%");
    }

    private static Map<String, Object> region(Positions.Region region) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("startLine", region.start().line());
        map.put("startColumn", region.start().column());
        map.put("endLine", region.end().line());
        map.put("endColumn", region.end().column());
        return map;
    }

    private Map<String, Object> fix(Place place, Edit edit, Positions positions) {
        Positions.Region region = new Positions.Region(
                positions.at(place.file(), edit.span().start()),
                positions.at(place.file(), edit.span().end()));
        Map<String, Object> replacement = new LinkedHashMap<>();
        replacement.put("deletedRegion", region(region));
        replacement.put("insertedContent", Map.of("text", edit.text()));
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("artifactLocation", artifact(place));
        change.put("replacements", List.of(replacement));
        return Map.of("artifactChanges", List.of(change));
    }
}
