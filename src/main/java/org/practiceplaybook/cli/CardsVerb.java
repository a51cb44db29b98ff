package org.practiceplaybook.cli;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.card.CardChanges;
import org.practiceplaybook.card.CardChanges.CardChange;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.TextReader;
import org.practiceplaybook.history.GitProblem;
import org.practiceplaybook.history.GitRepository;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.ScratchFolder;
import org.practiceplaybook.work.Workers;

/**
 * {@code playbook cards}: what stands on the cards, by their marks, and which of them to print again. What a program may read
 * goes to the standard output, a line for each card.
 */
final class CardsVerb implements Verb {
    @Override
    public String name() {
        return "cards";
    }

    @Override
    public String purpose() {
        return "list the cards, or those that changed since an edition";
    }

    @Override
    public String usage() {
        return "cards [--changed-since EDITION] [--content DIR] [--theme DIR]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        PlaybookFolders.addTo(options);
        options.addOption(Verb.value(
                "changed-since",
                "EDITION",
                "only the cards that say something else than at this edition, branch, tag or commit"));
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        PlaybookFolders source = PlaybookFolders.of(line, console);
        Workers workers = Workers.ofThisMachine();
        ContentFolder folder = ContentFolder.open(source.content());
        Words words = source.words(folder.language());
        Library now = library(source, source.content(), workers);
        if (!line.hasOption("changed-since")) {
            CardChanges.between(now, now, words)
                    .forEach(card -> console.say(card.mark() + "  " + card.slug() + "  " + card.title()));
            return Exit.DONE;
        }
        String edition = line.getOptionValue("changed-since");
        List<CardChange> changes = CardChanges.between(before(source, edition, workers), now, words).stream()
                .filter(CardChange::isChange)
                .toList();
        changes.forEach(card -> console.say(told(card)));
        int count = changes.size();
        console.warn(
                count == 0
                        ? "No card says anything else than at " + edition + "."
                        : count + (count == 1 ? " card is" : " cards are") + " other than at " + edition + ".");
        return Exit.DONE;
    }

    private static String told(CardChange card) {
        String marks = card.before().isEmpty()
                ? "new      " + card.mark()
                : card.mark().isEmpty()
                        ? "gone     " + card.before()
                        : "changed  " + card.before() + " -> " + card.mark();
        return marks + "  " + card.slug() + "  " + card.title();
    }

    private static Library before(PlaybookFolders source, String edition, Workers workers) {
        try (ScratchFolder former = ScratchFolder.make();
                GitRepository repository = GitRepository.holding(source.content())) {
            repository.extract(commit(repository, edition), former.path());
            return library(source, former.path(), workers);
        }
    }

    /** The branch, tag or commit that is called so, else the commit in which playbook.yml began to say this edition. */
    private static String commit(GitRepository repository, String edition) {
        try {
            return repository.mergeBase(edition);
        } catch (GitProblem unknown) {
            return repository
                    .since(
                            PlaybookSettings.FILE,
                            text -> TextReader.settings(text)
                                    .settings()
                                    .filter(settings -> settings.edition().equals(edition))
                                    .isPresent())
                    .orElseThrow(() -> unknown);
        }
    }

    private static Library library(PlaybookFolders source, Path folder, Workers workers) {
        return Linker.link(source.read(ContentFolder.open(folder), workers), History.NONE, false);
    }
}
