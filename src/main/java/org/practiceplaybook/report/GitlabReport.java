package org.practiceplaybook.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.practiceplaybook.report.Findings.Finding;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Lines;
import org.practiceplaybook.theme.Json;

/**
 * Findings as a Code Quality report of GitLab, which a merge request shows beside its lines. What was there before the
 * change is left out.
 *
 * @param root put before every path: the content folder within the repository, ending in a slash, or empty
 */
public record GitlabReport(String root) {
    public String of(Findings findings) {
        Positions positions = new Positions();
        Map<String, Integer> alike = new HashMap<>();
        List<Map<String, Object>> report = new ArrayList<>();
        for (Told<Finding> one : Told.ofChange(findings.byWeight())) {
            if (!one.finding().known()) {
                report.add(entry(one, findings.isError(one.finding()), positions, alike));
            }
        }
        return ControlCodes.json(Json.of(report));
    }

    private Map<String, Object> entry(
            Told<Finding> one, boolean error, Positions positions, Map<String, Integer> alike) {
        Diagnostic diagnostic = one.finding().diagnostic();
        String path = root + diagnostic.place().file().path();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("description", String.join(" · ", one.lines(diagnostic)));
        entry.put("check_name", diagnostic.code());
        entry.put("fingerprint", fingerprint(path, diagnostic, alike));
        entry.put("severity", error ? "major" : "info");
        int line = positions
                .of(diagnostic.place())
                .map(region -> region.start().line())
                .orElse(1);
        entry.put("location", Map.of("path", path, "lines", Map.of("begin", line)));
        return entry;
    }

    /** The same for the same finding in another line, another for each of several that are alike. */
    private static String fingerprint(String path, Diagnostic diagnostic, Map<String, Integer> alike) {
        String mark = String.join("\n", path, diagnostic.code(), Lines.brief(diagnostic.message()));
        int number = alike.merge(mark, 1, Integer::sum);
        return UUID.nameUUIDFromBytes((mark + "\n" + number).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
