package org.practiceplaybook.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.publish.Packaging;
import org.practiceplaybook.publish.Publication;
import org.practiceplaybook.work.Workers;

/** A small playbook with everything that a packaging could stumble over, and what packagings make of it. */
final class Packed {
    static final Workers WORKERS = new Workers(2);

    private Packed() {}

    static PlaybookFolder content(Path folder) {
        return new PlaybookFolder(folder)
                .with(
                        "playbook.yml",
                        "name: \"Ways & <means>: to meet\"",
                        "tagline: \"For 'all' & sundry\"",
                        "edition: \"2 beta\"",
                        "address: https://example.org/ways/",
                        "languages: [en, de]")
                .practice("listen", "reviewed: 2026-02", "aka: [hear, /methods/hearing, /old/hearing/]")
                .with(
                        "practices/tell.md",
                        "---",
                        "title: Tell & <show>",
                        "summary: Say it, then show it.",
                        "materials: [\"a pen & paper\"]",
                        "---",
                        "",
                        "See [listening](listen.md), [this very page](tell.md), [the steps](#what-to-do) and [a"
                                + " paper](../pages/paper.pdf).",
                        "A<br>line, <kbd>Ctrl</kbd>&nbsp;K, <details><summary>More</summary>Text</details>",
                        "",
                        "## What to do",
                        "",
                        "1. Do it (5 min)",
                        "2. Do `a  <b>` again",
                        "",
                        "```",
                        "two  spaces",
                        "   & <three>",
                        "```",
                        "",
                        "## Ask yourselves",
                        "",
                        "- Who has not spoken yet?",
                        "",
                        "## Why it works",
                        "",
                        "| a | b |",
                        "|---|---|",
                        "| 1 | 2 |",
                        "",
                        "A note.[^1]",
                        "",
                        "[^1]: The note.")
                .attempt("we-told", "tell")
                .with(
                        "pathways/first.md",
                        "---",
                        "title: First",
                        "summary: To begin.",
                        "steps:",
                        "  - practice: tell",
                        "  - practice: listen",
                        "---",
                        "",
                        "Go.")
                .with("taxonomy/roles.yml", "host:", "  name: Host", "  definition: Who invites.")
                .with("glossary.yml", "circle:", "  means: People who meet.")
                .with(
                        "pages/about.md",
                        "---",
                        "title: About",
                        "---",
                        "",
                        "![A dot](dot.svg) ![Dots](dots.PNG)",
                        "",
                        "日本 [Paper](paper.pdf)")
                .with("pages/how-to-use.md", "---", "title: How to use", "---", "", "Read [about](about.md).")
                .with(
                        "pages/dot.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><circle r=\"1\"/></svg>")
                .with("pages/paper.pdf", "%PDF-1.4");
    }

    static SiteFiles site(Path folder) {
        return content(folder).files(DownloadKind.values());
    }

    static byte[] bytes(SiteFiles site, Packaging packaging) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packaging.write(Publication.of(site.all(), WORKERS), WORKERS, out);
        return out.toByteArray();
    }

    /** The files of a zip, in its order. */
    static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
