package org.practiceplaybook.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.DownloadKind;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.history.GitHistory;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.output.SiteChecks;
import org.practiceplaybook.output.SiteFiles;
import org.practiceplaybook.page.SiteOptions;
import org.practiceplaybook.picture.PictureCache;
import org.practiceplaybook.picture.Pictures;
import org.practiceplaybook.search.Searches;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Theme;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/**
 * A playbook that was read, linked and checked, before anything is made of it.
 *
 * @param stamps of the content's files, from before they were read
 */
record Checked(
        PlaybookFolders source,
        List<ContentFolder.Stamp> stamps,
        Content content,
        History history,
        Library library,
        Theme theme,
        List<Diagnostic> found,
        Map<String, FieldValues.Changed> changed) {
    private static final int MOST_NAMED = 5;

    static Checked of(PlaybookFolders source, Stages stages, Workers workers) {
        ContentFolder folder = ContentFolder.open(source.content());
        stages.begin("Reading");
        CompletableFuture<History> asked = CompletableFuture.supplyAsync(() -> GitHistory.of(source.content()));
        CompletableFuture<Theme> loaded = CompletableFuture.supplyAsync(() -> source.theme(folder.language()));
        List<ContentFolder.Stamp> stamps = folder.stamps();
        Content content = source.read(folder, workers);
        History history = asked.join();

        stages.begin("Linking and checking");
        Library library = Linker.link(content, history, false);
        Theme theme = Joined.of(loaded);
        Map<String, FieldValues.Changed> changed = FormerOriginals.of(source.content(), content);
        List<Diagnostic> found = FormerOriginals.told(SiteChecks.of(content, library, theme, workers), changed);
        return new Checked(source, stamps, content, history, library, theme, found, changed);
    }

    Verdict verdict(boolean strict) {
        return new Verdict(found, theme.advice(), strict);
    }

    /**
     * What is made of two states of a file would not fit together.
     *
     * @throws MachineRefused where a file of the content was changed, came or went since it was read
     */
    void refuseChanged() {
        Set<ContentFolder.Stamp> changed =
                new LinkedHashSet<>(ContentFolder.open(source.content()).stamps());
        Set<ContentFolder.Stamp> gone = new LinkedHashSet<>(stamps);
        gone.removeAll(changed);
        stamps.forEach(changed::remove);
        changed.addAll(gone);
        List<String> paths =
                changed.stream().map(ContentFolder.Stamp::path).distinct().toList();
        if (!paths.isEmpty()) {
            throw new MachineRefused(paths.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (paths.size() > MOST_NAMED ? ", …" : "") + " changed while the site was made of it;"
                    + " nothing was written: try again when nothing writes into the content any more");
        }
    }

    SiteFiles site(List<DownloadKind> downloads, Searches searches, Workers workers) {
        SiteOptions options = new SiteOptions(
                source.pathInRepository(),
                Version.current(),
                downloads,
                new Pictures(PictureCache.ofThisMachine()),
                searches,
                changed,
                BuildVerb.errorsByFile(found));
        return SiteFiles.of(library, theme, options, workers);
    }
}
