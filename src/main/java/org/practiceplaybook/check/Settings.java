package org.practiceplaybook.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.Look;
import org.practiceplaybook.content.Model;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.Setting;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.value.HostKind;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Ways;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/** What the playbook should say of itself. */
final class Settings implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        PlaybookSettings settings = subject.content().settings();
        look(settings.look(), subject, report);
        model(settings.model(), subject.content().model(), report);
        boolean told = subject.content().diagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.rule() == RuleCode.ADDRESS_FORM);
        settings.repository()
                .filter(repository -> settings.host().isEmpty())
                .map(URI::getHost)
                .filter(host -> HostKind.of(host).isEmpty())
                .ifPresent(host -> report.accept(Diagnostic.of(
                                RuleCode.HOST_MISSING,
                                SourceFile.unread(PlaybookSettings.FILE).whole(),
                                "what runs " + host + " cannot be told by its name")
                        .effect("links to change a file that are made as GitHub has them")
                        .remedy("add a line to playbook.yml: " + Fields.Playbook.HOST.key() + ": and "
                                + "github, gitlab or gitea; where it is none of them,"
                                + " take the line " + Fields.Playbook.REPOSITORY.key() + " out and give an "
                                + Fields.Playbook.EMAIL.key())));
        if (settings.address().isEmpty() && !told) {
            String key = Fields.Playbook.ADDRESS.key();
            Optional<Place> line = line(settings.file(), key);
            report.accept(Diagnostic.of(
                            RuleCode.NO_ADDRESS,
                            line.orElse(SourceFile.unread(PlaybookSettings.FILE).whole()),
                            "the playbook does not say where on the web it will be")
                    .effect("no feeds and no sitemap, which need complete addresses")
                    .remedy(
                            line.isPresent()
                                    ? "write behind " + key
                                            + ": where the site will be; what stands there is nobody's address"
                                    : "add a line to playbook.yml: " + key
                                            + ": and where the site will be, such as https://walks.net/playbook/"));
        }
    }

    /** The line that begins with a key, even one that says nothing of use. */
    private static Optional<Place> line(SourceFile file, String key) {
        Matcher line =
                Pattern.compile("^" + key + "[ \\t]*:", Pattern.MULTILINE).matcher(file.text());
        return line.find() ? Optional.of(file.at(file.lineAt(line.start()))) : Optional.empty();
    }

    private static void look(Look look, CheckContext subject, Consumer<Diagnostic> report) {
        look.logo().ifPresent(logo -> logo(logo, subject.content(), report));
        Ways ways = new Ways(subject.library(), Addresses.FIRST, subject.names());
        for (Look.Way way :
                Stream.concat(look.menu().stream(), look.footer().stream()).toList()) {
            if (ways.end(way).isEmpty()) {
                Diagnostic advice = Diagnostic.of(
                                RuleCode.LINK_TO,
                                way.to().place(),
                                "\"" + way.to().value() + "\" is no list, no file and no address of the web")
                        .effect("the menu or the foot without this link")
                        .remedy("write one of " + String.join(", ", ways.lists())
                                + ", a file such as pages/about.md, or an address that begins with https://");
                report.accept(near(advice, way.to().value(), ways.names()));
            }
        }
    }

    /** What the settings say of vocabularies that there are none of, and of fields that are vocabularies already. */
    private static void model(Model.Said said, Model model, Consumer<Diagnostic> report) {
        List<String> keys = model.taxonomies().stream().map(Taxonomy::key).toList();
        for (Model.Facet facet : said.facets()) {
            if (!keys.contains(facet.key())) {
                Diagnostic advice = Diagnostic.of(
                                RuleCode.FACET_FILE, facet.place(), "there is no file taxonomy/" + facet.key() + ".yml")
                        .effect("the playbook without this facet")
                        .remedy("write the file with the facet's terms, or take these lines out");
                report.accept(near(advice, facet.key(), keys));
            }
        }
        for (Model.Own field : said.fields()) {
            if (keys.contains(field.key())) {
                report.accept(Diagnostic.of(
                                RuleCode.OWN_KEY,
                                field.place(),
                                "taxonomy/" + field.key() + ".yml makes a facet of this name")
                        .effect("the facet, and no such field")
                        .remedy("give one of the two another name"));
            }
        }
    }

    private static void logo(Setting logo, Content content, Consumer<Diagnostic> report) {
        List<ContentAsset> images = content.assets().stream()
                .filter(asset -> asset.size().isPresent() || asset.path().endsWith(".svg"))
                .toList();
        Optional<ContentAsset> found = images.stream()
                .filter(asset -> asset.path().equals(logo.value()))
                .findFirst();
        Diagnostic advice = Diagnostic.of(
                        RuleCode.LOGO_MISSING,
                        logo.place(),
                        found.flatMap(ContentAsset::danger)
                                .map(danger -> "readers may not get " + logo.value() + ": " + danger)
                                .orElse("there is no image " + logo.value() + " in the content folder"))
                .effect("the program's own mark")
                .remedy("write the path of an image, such as images/logo.svg");
        if (found.isEmpty()) {
            report.accept(near(
                    advice,
                    logo.value(),
                    images.stream().map(ContentAsset::path).toList()));
        } else if (found.get().danger().isPresent()) {
            report.accept(advice);
        }
    }

    private static Diagnostic near(Diagnostic advice, String written, List<String> known) {
        return Closest.to(written, known)
                .map(name -> advice.label("did you mean \"" + name + "\"?").replaceBy(name))
                .orElse(advice);
    }
}
