package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Workflows for GitHub: test → build → scan → push → deploy, and a preview for each pull request. */
final class GithubActionsGenerator implements Generator {

    @Override
    public String target() {
        return "github-actions";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        GithubPlace place = GithubPlace.of(app, environment);
        List<Artifact> files = new ArrayList<>();
        String header = Texts.header(this, environment);
        String name = environment.name();
        files.add(new Artifact(
                ".github/workflows/deploy-" + name + ".yml", header + "\n" + deployment(app, environment, place)));
        if (place.previews()) {
            files.add(new Artifact(
                    ".github/workflows/preview.yml", header + "\n" + GithubPreviews.workflow(app, environment, place)));
        }
        return List.copyOf(files);
    }

    private static String deployment(AppSpec app, Environment environment, GithubPlace place) {
        List<Service> built = built(app);
        return Template.fill("""
                        name: Deploy to @{environment}

                        on:
                          push:
                            branches: [main]
                          workflow_dispatch:

                        # One deployment at a time; a later one waits rather than ending an earlier one half-way.
                        concurrency:
                          group: deploy-@{environment}
                          cancel-in-progress: false

                        permissions:
                          contents: read

                        jobs:
                        """, "environment", environment.name())
                + test()
                + (built.isEmpty() ? "" : build(app, environment, place, "github.sha", true))
                + Template.fill(
                        """

                          deploy:
                            needs: [@{needs}]
                            runs-on: ubuntu-24.04
                            timeout-minutes: 60
                            # Reviewers and a wait before a deployment are set for the environment on GitHub.
                            environment: @{environment}
                            permissions:
                              contents: read
                              id-token: write
                              packages: read
                            steps:
                        @{steps}""",
                        "needs",
                        built.isEmpty() ? "test" : "test, build",
                        "environment",
                        environment.name(),
                        "steps",
                        GithubDeployments.steps(app, environment, place));
    }

    static String test() {
        return """
                  test:
                    runs-on: ubuntu-24.04
                    timeout-minutes: 60
                    permissions:
                      contents: read
                    steps:
                      - uses: actions/checkout@v4
                        with:
                          persist-credentials: false
                      # crewyard:keep test
                      # Decide: what has to pass before anything is built.
                      - name: Test
                        run: |
                          if [ -x ./crewyard ]; then ./crewyard test
                          elif [ -x ./mvnw ]; then ./mvnw --batch-mode verify
                          elif [ -x ./gradlew ]; then ./gradlew check
                          elif [ -f package.json ]; then npm ci && npm test
                          elif [ -f Makefile ]; then make test
                          else echo "::error::nothing here says how to test: write it into the keep region" && exit 1
                          fi
                      # crewyard:end
                """;
    }

    /** @param tag an expression of GitHub; what is pushed under it is never pushed again */
    static String build(AppSpec app, Environment environment, GithubPlace place, String tag, boolean named) {
        String matrix = built(app).stream()
                .map(service -> "          - {service: %s, context: %s, dockerfile: %s}\n"
                        .formatted(
                                service.name(),
                                YamlText.scalar(service.build()
                                        .map(AppSpec.Build::context)
                                        .orElse(".")),
                                YamlText.scalar(service.build()
                                        .map(build -> build.context().equals(".")
                                                ? build.dockerfile()
                                                : build.context() + "/" + build.dockerfile())
                                        .orElse("Dockerfile"))))
                .collect(Collectors.joining());
        return Template.fill(
                """

                  build:
                    needs: [test]
                    runs-on: ubuntu-24.04
                    timeout-minutes: 60
                @{place}    permissions:
                      contents: read
                      id-token: write
                      packages: write
                    strategy:
                      matrix:
                        include:
                @{matrix}    env:
                      IMAGE: @{image}:${{ @{tag} }}
                    steps:
                      - uses: actions/checkout@v4
                        with:
                          persist-credentials: false
                @{login}      - uses: docker/setup-buildx-action@v3
                      - name: Build
                        uses: docker/build-push-action@v6
                        with:
                          context: ${{ matrix.context }}
                          file: ${{ matrix.dockerfile }}
                          tags: ${{ env.IMAGE }}
                          load: true
                          cache-from: type=gha,scope=${{ matrix.service }}
                          cache-to: type=gha,scope=${{ matrix.service }},mode=max
                      - name: Scan
                        uses: aquasecurity/trivy-action@0.33.1
                        with:
                          image-ref: ${{ env.IMAGE }}
                          severity: HIGH,CRITICAL
                          # Decide: whether what has no fix yet may go out.
                          ignore-unfixed: true
                          exit-code: '1'
                      - name: Push
                        run: docker push "$IMAGE"
                """,
                "place",
                named ? "    environment: " + environment.name() + "\n" : "",
                "matrix",
                matrix,
                "image",
                place.image(app, environment, "${{ matrix.service }}"),
                "tag",
                tag,
                "login",
                place.registryLogin());
    }

    static List<Service> built(AppSpec app) {
        return app.services().values().stream()
                .filter(service -> service.image().isEmpty())
                .toList();
    }
}
