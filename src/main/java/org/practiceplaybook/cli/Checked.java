package org.practiceplaybook.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteChecks;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.picture.PictureCache;
import org.practiceplaybook.picture.Pictures;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.Workers;

/** A playbook that was read, linked and checked, before anything is made of it. */
record Checked(
        PlaybookFolders source,
        Content content,
        History history,
        Library library,
        Theme theme,
        List<Diagnostic> found) {
    static Checked of(PlaybookFolders source, Stages stages, Workers workers) {
        ContentFolder folder = ContentFolder.open(source.content());
        stages.begin("Reading");
        CompletableFuture<History> asked = CompletableFuture.supplyAsync(() -> GitHistory.of(source.content()));
        CompletableFuture<Theme> loaded = CompletableFuture.supplyAsync(() -> source.theme(folder.language()));
        Content content = source.read(folder, workers);
        History history = asked.join();

        stages.begin("Linking and checking");
        Library library = Linker.link(content, history, false);
        Theme theme = Joined.of(loaded);
        List<Diagnostic> found = SiteChecks.of(content, library, theme, workers);
        return new Checked(source, content, history, library, theme, found);
    }

    Verdict verdict(boolean strict) {
        return new Verdict(found, theme.advice(), strict);
    }

    SiteFiles site(List<DownloadKind> downloads, Workers workers) {
        SiteOptions options = new SiteOptions(
                source.pathInRepository(),
                Version.current(),
                downloads,
                new Pictures(PictureCache.ofThisMachine()),
                BuildVerb.errorsByFile(found));
        return SiteFiles.of(library, theme, options, workers);
    }
}
