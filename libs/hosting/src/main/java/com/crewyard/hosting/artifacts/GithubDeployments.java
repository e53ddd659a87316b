package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Migration;
import com.crewyard.hosting.spec.AppSpec.Service;
import com.crewyard.hosting.spec.SshHost;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps that bring a release to where it runs: expand the database, replace instances, wait until they are healthy. */
final class GithubDeployments {

    private GithubDeployments() {}

    static String steps(AppSpec app, Environment environment, GithubPlace place) {
        String checkout = """
                      - uses: actions/checkout@v4
                        with:
                          persist-credentials: false
                """;
        String target = environment.target();
        return switch (place) {
            case AWS -> place.signIn() + (target.equals("ecs") ? ecs(app, environment) : terraform(checkout));
            case KUBERNETES -> checkout + place.signIn() + kubernetes(app, environment);
            case GOOGLE, AZURE -> place.signIn() + terraform(checkout);
            case FLY -> checkout + place.signIn() + fly(app);
            case MACHINES -> machines(app, environment);
            case WATCHING -> """
                      # Its own deployment begins when the branch moves; let it wait for checks, in its settings.
                      - run: echo "%s deploys what was tested."
                """.formatted(target);
        };
    }

    private static String ecs(AppSpec app, Environment environment) {
        String prefix = app.app() + "-" + environment.name();
        StringBuilder text = new StringBuilder(Template.fill("""
                      # A revision of a task definition that differs in the image alone; the last line is its name.
                      - name: Learn to register
                        run: |
                          cat > "$RUNNER_TEMP/register" <<'END'
                          #!/usr/bin/env bash
                          set -euo pipefail
                          family=$1 image=$2
                          aws ecs describe-task-definition --task-definition "$family" --query taskDefinition --output json |
                            jq --arg image "$image" '
                              if $image == "" then . else .containerDefinitions[0].image = $image end
                              | {family, taskRoleArn, executionRoleArn, networkMode, containerDefinitions, volumes, placementConstraints,
                                 requiresCompatibilities, cpu, memory, runtimePlatform} | with_entries(select(.value != null))' > "$RUNNER_TEMP/task.json"
                          aws ecs register-task-definition --cli-input-json "file://$RUNNER_TEMP/task.json" \\
                            --query taskDefinition.taskDefinitionArn --output text
                          END
                          chmod +x "$RUNNER_TEMP/register"
                """, "prefix", prefix));
        app.migrations().expand().ifPresent(migration -> text.append(migrate(app, prefix, "expand", migration)));
        for (String job : app.cron().keySet()) {
            Service service = app.services().get(app.cron().get(job).service());
            if (service != null && service.image().isEmpty()) {
                text.append(
                        Template.fill("""
                              - name: Register @{job}
                                env:
                                  IMAGE: @{image}
                                run: '"$RUNNER_TEMP/register" @{prefix}-cron-@{job} "$IMAGE"'
                        """, "job", job, "image", image(app, environment, service), "prefix", prefix));
            }
        }
        app.services()
                .values()
                .forEach(service -> text.append(Template.fill(
                        """
                              - name: Deploy @{name}
                                env:
                                  IMAGE: @{image}
                                run: |
                                  revision=$("$RUNNER_TEMP/register" @{prefix}-@{name} "$IMAGE")
                                  aws ecs update-service --cluster @{prefix} --service @{name} --task-definition "$revision" > /dev/null
                        """, "name", service.name(), "image", image(app, environment, service), "prefix", prefix)));
        text.append(Template.fill(
                """
                      # It ends with an error when ECS went back to the release before.
                      - name: Wait until every service is stable
                        run: |
                          for attempt in 1 2 3; do
                            aws ecs wait services-stable --cluster @{prefix} --services @{services} && break
                            [ "$attempt" -lt 3 ]
                          done
                          failed=$(aws ecs describe-services --cluster @{prefix} --services @{services} \\
                            --query "services[?deployments[0].rolloutState=='FAILED'].serviceName" --output text)
                          [ -z "$failed" ] || { echo "::error::rolled back: $failed"; exit 1; }
                """,
                "prefix",
                prefix,
                "services",
                String.join(" ", app.services().keySet())));
        app.migrations()
                .contract()
                .ifPresent(migration -> text.append(
                        "      # Decide: the contracting migration takes from the database what the release before needs. Run it when\n"
                                + "      # nobody will go back to that one: aws ecs run-task, task definition %s-migrate-contract.\n"
                                        .formatted(prefix)));
        return text.toString();
    }

    private static String migrate(AppSpec app, String prefix, String name, Migration migration) {
        Service service = app.services().get(migration.service());
        return service == null
                ? ""
                : Template.fill(
                        """
                              # SUBNETS and SECURITY_GROUP are outputs of the Terraform.
                              - name: Migrate (@{name})
                                env:
                                  IMAGE: @{image}
                                  NETWORK: awsvpcConfiguration={subnets=[${{ vars.SUBNETS }}],securityGroups=[${{ vars.SECURITY_GROUP }}]}
                                run: |
                                  revision=$("$RUNNER_TEMP/register" @{prefix}-migrate-@{name} "$IMAGE")
                                  task=$(aws ecs run-task --cluster @{prefix} --task-definition "$revision" --launch-type FARGATE \\
                                    --network-configuration "$NETWORK" --query 'tasks[0].taskArn' --output text)
                                  aws ecs wait tasks-stopped --cluster @{prefix} --tasks "$task"
                                  code=$(aws ecs describe-tasks --cluster @{prefix} --tasks "$task" --query 'tasks[0].containers[0].exitCode' --output text)
                                  [ "$code" = 0 ] || { echo "::error::the migration ended with $code: see its log"; exit 1; }
                        """,
                        "name",
                        name,
                        "image",
                        service.image().isPresent()
                                ? "''"
                                : "${{ vars.ECR_REGISTRY }}/" + prefix + "-" + service.name() + ":${{ github.sha }}",
                        "prefix",
                        prefix);
    }

    /** Empty when the spec names the image, for then the task definition has it already. */
    private static String image(AppSpec app, Environment environment, Service service) {
        return service.image().isPresent()
                ? "''"
                : GithubPlace.of(app, environment).image(app, environment, service.name()) + ":${{ github.sha }}";
    }

    private static String terraform(String checkout) {
        return checkout + """
                      - uses: hashicorp/setup-terraform@v3
                      - name: Apply
                        working-directory: terraform
                        env:
                          TF_IN_AUTOMATION: 'true'
                          TF_VAR_release: ${{ github.sha }}
                        run: |
                          terraform init -input=false
                          terraform apply -input=false -auto-approve
                """;
    }

    private static String kubernetes(AppSpec app, Environment environment) {
        return Template.fill("""
                      # The chart is what ./crewyard generate helm wrote into chart/. Without success in time, it goes back.
                      - name: Deploy
                        env:
                          OWNER: ${{ github.repository_owner }}
                        run: |
                          helm upgrade --install @{app} chart --namespace @{app}-@{environment} --create-namespace \\
                            --rollback-on-failure --timeout 15m@{sets}
                """, "app", app.app(), "environment", environment.name(), "sets", sets(app, environment));
    }

    /** The image of each built service, as a value of the chart. */
    static String sets(AppSpec app, Environment environment) {
        return GithubActionsGenerator.built(app).stream()
                .map(service ->
                        " \\\n            --set \"services.%1$s.image=ghcr.io/$OWNER/%2$s-%3$s-%1$s:$GITHUB_SHA\""
                                .formatted(service.name(), app.app(), environment.name()))
                .collect(Collectors.joining());
    }

    private static String fly(AppSpec app) {
        return app.services().keySet().stream()
                .map(service -> Template.fill("""
                              - name: Deploy @{service}
                                env:
                                  FLY_API_TOKEN: ${{ secrets.FLY_API_TOKEN }}
                                run: flyctl deploy --config fly.@{service}.toml --remote-only
                        """, "service", service))
                .collect(Collectors.joining());
    }

    private static String machines(AppSpec app, Environment environment) {
        StringBuilder text = new StringBuilder("""
                      # SSH_KEY may do no more than deploy; SSH_KNOWN_HOSTS are the lines that ssh-keyscan prints.
                      - name: Sign in
                        env:
                          SSH_KEY: ${{ secrets.SSH_KEY }}
                          SSH_KNOWN_HOSTS: ${{ vars.SSH_KNOWN_HOSTS }}
                        run: |
                          mkdir -p ~/.ssh
                          (umask 077 && printf '%s\\n' "$SSH_KEY" > ~/.ssh/id_ed25519)
                          printf '%s\\n' "$SSH_KNOWN_HOSTS" > ~/.ssh/known_hosts
                """);
        String pull = app.services().values().stream()
                .map(service -> "            sudo docker pull %s\n"
                                .formatted(service.image().orElseGet(() -> remote(app, environment, service)))
                        + (service.image().isPresent()
                                ? ""
                                : "            sudo docker tag %s %s\n"
                                        .formatted(
                                                remote(app, environment, service),
                                                Texts.image(app, service, "current"))))
                .collect(Collectors.joining());
        Optional<Migration> expand = app.migrations().expand();
        for (SshHost host : environment.hosts()) {
            text.append(Template.fill(
                    """
                          - name: Deploy to @{host}
                            env:
                              OWNER: ${{ github.repository_owner }}
                            run: |
                              ssh @{ssh} bash -seu -- "$OWNER" "$GITHUB_SHA" <<'END'
                                owner=$1 release=$2
                                echo "release $release of $owner"
                    @{pull}@{migrate}            sudo systemctl restart @{units}
                              END
                    """,
                    "host",
                    host.toString(),
                    "ssh",
                    (host.port().isPresent() ? "-p %d ".formatted(host.port().getAsInt()) : "") + host.destination(),
                    "pull",
                    pull,
                    "migrate",
                    expand.isPresent()
                            ? "            # Decide: the expanding migration, with the unit's own environment file: %s\n"
                                    .formatted(String.join(" ", expand.get().command()))
                            : "",
                    "units",
                    app.services().keySet().stream()
                            .map(service -> app.app() + "-" + service)
                            .collect(Collectors.joining(" "))));
        }
        return text.toString();
    }

    private static String remote(AppSpec app, Environment environment, Service service) {
        return "\"ghcr.io/$owner/%s-%s-%s:$release\"".formatted(app.app(), environment.name(), service.name());
    }
}
