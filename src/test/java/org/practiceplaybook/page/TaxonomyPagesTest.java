package org.practiceplaybook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.fixture.PlaybookFolder;
import org.practiceplaybook.output.SiteFiles;

class TaxonomyPagesTest {
    @TempDir
    private Path folder;

    private static String rungOfTheCard(SiteFiles site, String page) {
        byte[] bytes = site.at(page).orElseThrow().bytes().get();
        return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8))
                .select(".facts .band")
                .text();
    }

    @Test
    void onThePageOfARungACardShowsThisOneOfItsRungs() {
        SiteFiles site = new PlaybookFolder(folder)
                .with("playbook.yml", "name: Walks")
                .with("taxonomy/roles.yml", "host: {name: Host, definition: Who invites.}")
                .with(
                        "taxonomy/leverage.yml",
                        "buffers: {name: Buffers, definition: What is in store., number: 11, band: parameters}",
                        "mindset: {name: Mindset, definition: What is taken for granted., number: 2, band: intent}")
                .practice("walk", "leverage: [buffers, mindset]", "roles: [host]")
                .files();
        assertThat(rungOfTheCard(site, "leverage/buffers.html")).isEqualTo("Buffers");
        assertThat(rungOfTheCard(site, "leverage/mindset.html")).isEqualTo("Mindset");
        assertThat(rungOfTheCard(site, "roles/host.html")).isEqualTo("Buffers");
    }
}
