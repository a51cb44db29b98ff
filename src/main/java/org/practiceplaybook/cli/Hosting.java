package org.practiceplaybook.cli;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.value.HostKind;
import org.practiceplaybook.content.value.WebPlace;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/**
 * Where a playbook is on the web, where its settings do not say so or still hold a template's words: as the host says on
 * which the build runs, or git.
 *
 * @param environment the variables of this run; null for one that is not set
 * @param remote the address that the repository was cloned from
 */
record Hosting(UnaryOperator<String> environment, Supplier<Optional<String>> remote) {
    /** Variables that hold a repository's address: GitLab, Woodpecker. */
    private static final List<String> REPOSITORIES = List.of("CI_PROJECT_URL", "CI_REPO_URL");

    /** Settings without a template's words. */
    PlaybookSettings settings(PlaybookSettings written) {
        Optional<URI> ownAddress = written.address().filter(address -> !WebPlace.isPlaceholder(address));
        Optional<URI> ownRepository = written.repository().filter(repository -> !WebPlace.isPlaceholder(repository));
        return written.at(
                ownAddress.or(this::site),
                ownRepository.or(this::repository),
                written.host().or(() -> ownRepository.isPresent() ? Optional.empty() : host()),
                WebPlace.isPlaceholder(written.email()) ? "" : written.email());
    }

    /**
     * What there is to say of settings by which nobody can be reached.
     *
     * @param told what was said of them already
     */
    static List<Diagnostic> advice(PlaybookSettings settings, List<Diagnostic> told) {
        boolean reached = settings.repository().isPresent() || !settings.email().isEmpty();
        if (reached
                || told.stream()
                        .anyMatch(one -> one.rule() == RuleCode.REPOSITORY_FORM || one.rule() == RuleCode.EMAIL_FORM)) {
            return List.of();
        }
        return List.of(Diagnostic.of(
                        RuleCode.NOBODY_ASKED,
                        SourceFile.unread(PlaybookSettings.FILE).whole(),
                        "nobody can be reached with what readers write: there is no repository and no address for e-mail")
                .effect("forms that end with: ask whoever gave you this playbook")
                .remedy("write an address of your own behind " + Fields.Playbook.REPOSITORY.key() + ": or "
                        + Fields.Playbook.EMAIL.key() + ": in playbook.yml, or push the playbook to a repository"));
    }

    private Optional<URI> repository() {
        Stream<String> github = variable("GITHUB_REPOSITORY")
                .map(name -> variable("GITHUB_SERVER_URL").orElse("https://github.com") + "/" + name)
                .stream();
        Stream<String> others = REPOSITORIES.stream().flatMap(name -> variable(name).stream());
        return first(Stream.of(github, others, netlify("REPOSITORY_URL")).flatMap(all -> all), WebPlace::repository)
                .or(() -> first(remote.get().stream(), WebPlace::repository));
    }

    /** The site of GitHub Pages has no variable; its address is made of the repository's name. */
    private Optional<URI> site() {
        Stream<String> github = variable("GITHUB_REPOSITORY")
                .filter(name -> name.contains("/")
                        && variable("GITHUB_SERVER_URL")
                                .orElse("https://github.com")
                                .equals("https://github.com"))
                .map(name -> {
                    String owner = name.substring(0, name.indexOf('/')).toLowerCase(Locale.ROOT);
                    String repository = name.substring(name.indexOf('/') + 1);
                    String home = owner + ".github.io";
                    return "https://" + home + (repository.equalsIgnoreCase(home) ? "" : "/" + repository);
                })
                .stream();
        Stream<String> gitlab = variable("CI_PAGES_URL").stream();
        return first(Stream.of(gitlab, netlify("URL"), github).flatMap(all -> all), WebPlace::site);
    }

    /** A variable whose name says too little elsewhere. */
    private Stream<String> netlify(String name) {
        return variable("NETLIFY").flatMap(unused -> variable(name)).stream();
    }

    /** What runs a host whose name does not say so. */
    private Optional<HostKind> host() {
        if (variable("GITEA_ACTIONS").or(() -> variable("FORGEJO_ACTIONS")).isPresent()) {
            return Optional.of(HostKind.GITEA);
        }
        return variable("GITHUB_REPOSITORY").isPresent()
                ? Optional.of(HostKind.GITHUB)
                : variable("CI_PROJECT_URL").map(url -> HostKind.GITLAB);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }

    private static Optional<URI> first(Stream<String> written, Function<String, Optional<URI>> reader) {
        return written.flatMap(one -> reader.apply(one).stream())
                .filter(address -> !WebPlace.isPlaceholder(address))
                .findFirst();
    }
}
