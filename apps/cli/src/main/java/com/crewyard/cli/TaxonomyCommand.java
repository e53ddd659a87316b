package com.crewyard.cli;

import com.crewyard.recruiting.vocabulary.OwnTerm.Source;
import com.crewyard.recruiting.vocabulary.OwnTerms;
import com.crewyard.recruiting.vocabulary.official.OfficialTerms;
import java.io.Console;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "taxonomy",
        customSynopsis = "./crewyard taxonomy import [--esco FILE]... [--onet FILE]... --email EMAIL [--to ADDRESS]",
        description = {
            "Adds skills and titles of official files to an organization's own, over the API of a running Crewyard.",
            "",
            "Reading of resumes, search and matching know them from the next time on. What is there already gets",
            "the names that are new, so the same file again changes nothing. The files are not part of Crewyard:",
            "get ESCO's from esco.ec.europa.eu and O*NET's database from onetcenter.org, and mind their licences.",
            "",
            "  --esco FILE      ESCO's skills_en.csv or occupations_en.csv; may be given again",
            "  --onet FILE      O*NET's Technology Skills.txt, or Occupation Data.txt with Alternate Titles.txt;",
            "                   may be given again",
            "  --email EMAIL    of an administrator of the organization; the password is taken from",
            "                   CREWYARD_PASSWORD, or asked for",
            "  --to ADDRESS     where Crewyard runs, http://localhost:8000 unless told",
            ""
        })
final class TaxonomyCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "taxonomy needs what to do: import");
    }

    @Command(name = "import", description = "Skills and titles of official files.")
    int take(
            @Option(names = "--esco", paramLabel = "FILE") @Nullable List<Path> esco,
            @Option(names = "--onet", paramLabel = "FILE") @Nullable List<Path> onet,
            @Option(names = "--email", required = true, paramLabel = "EMAIL") String email,
            @Option(names = "--to", paramLabel = "ADDRESS", defaultValue = "http://localhost:8000") URI address) {
        if (esco == null && onet == null) {
            throw new ParameterException(spec.commandLine(), "taxonomy import needs a file: --esco or --onet");
        }
        List<OfficialTerms> publishers = List.of(
                OfficialTerms.esco(Optional.ofNullable(esco).orElse(List.of())),
                OfficialTerms.onet(Optional.ofNullable(onet).orElse(List.of())));
        TermsClient client = TermsClient.logIn(address, email, password(email));
        for (OfficialTerms terms : publishers) {
            send(terms.source(), "skills", terms.skills(), part -> client.takeSkills(terms.source(), part));
            send(terms.source(), "titles", terms.titles(), part -> client.takeTitles(terms.source(), part));
        }
        return CommandLine.ExitCode.OK;
    }

    private static <T> void send(Source source, String family, List<T> terms, ToIntFunction<List<T>> sent) {
        int taken = 0;
        for (int from = 0; from < terms.size(); from += OwnTerms.LARGEST_IMPORT) {
            int to = Math.min(terms.size(), from + OwnTerms.LARGEST_IMPORT);
            taken += sent.applyAsInt(terms.subList(from, to));
            System.err.printf("%s %s: %,d of %,d%n", source.code(), family, to, terms.size());
        }
        if (!terms.isEmpty()) {
            System.out.printf(
                    "%s: %,d %s read, %,d of them new or with new names%n", source.code(), terms.size(), family, taken);
        }
    }

    private static String password(String email) {
        return Optional.ofNullable(System.getenv("CREWYARD_PASSWORD"))
                .or(() -> Optional.ofNullable(System.console()).map(console -> asked(console, email)))
                .orElseThrow(() -> new StartRefusedException(
                        "The password of %s is not known; set CREWYARD_PASSWORD.".formatted(email)));
    }

    private static String asked(Console console, String email) {
        return Optional.ofNullable(console.readPassword("Password of %s: ", email))
                .map(String::new)
                .orElse("");
    }
}
