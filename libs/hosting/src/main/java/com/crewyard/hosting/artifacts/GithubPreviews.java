package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.List;

/** A preview for each pull request of the repository itself, taken away when the request is closed. */
final class GithubPreviews {

    private GithubPreviews() {}

    static String workflow(AppSpec app, Environment environment, GithubPlace place) {
        List<Service> built = GithubActionsGenerator.built(app);
        return Template.fill("""
                        name: Preview

                        on:
                          pull_request:
                            types: [opened, synchronize, reopened, closed]

                        # A newer commit ends the preview that is being made of an older one.
                        concurrency:
                          group: preview-${{ github.event.number }}
                          cancel-in-progress: true

                        permissions:
                          contents: read

                        jobs:
                        """)
                + GithubActionsGenerator.test()
                        .replace("    runs-on", "    if: github.event.action != 'closed'\n    runs-on")
                + (built.isEmpty()
                        ? ""
                        : GithubActionsGenerator.build(app, environment, place, "github.sha", false)
                                .replace("    needs: [test]\n", "    needs: [test]\n" + ours("!=")))
                + Template.fill(
                        """

                          preview:
                            needs: [@{needs}]
                        @{ours}    runs-on: ubuntu-24.04
                            timeout-minutes: 30
                            # Decide: what a preview may reach. It gets the secrets of this environment, never of @{environment}.
                            environment:
                              name: preview
                              url: ${{ steps.preview.outputs.url }}
                            permissions:
                              contents: read
                              id-token: write
                            env:
                              NAME: @{app}-pr-${{ github.event.number }}
                            steps:
                              - uses: actions/checkout@v4
                                with:
                                  persist-credentials: false
                        @{sign_in}@{make}
                          forget:
                            if: github.event.action == 'closed' && github.event.pull_request.head.repo.full_name == github.repository
                            runs-on: ubuntu-24.04
                            timeout-minutes: 30
                            environment: preview
                            permissions:
                              contents: read
                              id-token: write
                            env:
                              NAME: @{app}-pr-${{ github.event.number }}
                            steps:
                        @{forget_sign_in}@{forget}""",
                        "needs",
                        built.isEmpty() ? "test" : "test, build",
                        "ours",
                        ours("!="),
                        "environment",
                        environment.name(),
                        "app",
                        app.app(),
                        "sign_in",
                        place.signIn(),
                        "forget_sign_in",
                        place.signIn().replace("keep cluster", "keep forget"),
                        "make",
                        make(app, environment, place),
                        "forget",
                        forget(place));
    }

    /** Requests from forks get no preview, for their code would run with our permissions. */
    private static String ours(String operator) {
        return "    if: github.event.action %s 'closed' && github.event.pull_request.head.repo.full_name == github.repository\n"
                .formatted(operator);
    }

    private static Service shown(AppSpec app) {
        return Texts.routed(app).stream()
                .findFirst()
                .orElseGet(() -> app.services().values().iterator().next());
    }

    private static String make(AppSpec app, Environment environment, GithubPlace place) {
        Service service = shown(app);
        String image =
                service.image().orElseGet(() -> place.image(app, environment, service.name()) + ":${{ github.sha }}");
        String port = String.valueOf(service.port().orElse(80));
        String path = service.health().map(health -> health.path()).orElse("/");
        return switch (place) {
            case AWS -> Template.fill("""
                              # ECS Express Mode gives each preview an address of its own; the roles are outputs of ecs-express.
                              - name: Make the preview
                                id: preview
                                env:
                                  IMAGE: @{image}
                                  EXECUTION_ROLE: ${{ vars.EXECUTION_ROLE }}
                                  INFRASTRUCTURE_ROLE: ${{ vars.INFRASTRUCTURE_ROLE }}
                                run: |
                                  container=$(jq -nc --arg image "$IMAGE" '{image: $image, containerPort: @{port}, environment: [{name: "PORT", value: "@{port}"}]}')
                                  service=$(aws ecs list-services --cluster default --query "serviceArns[?ends_with(@, '/$NAME')] | [0]" --output text)
                                  if [ "$service" = None ]; then
                                    service=$(aws ecs create-express-gateway-service --service-name "$NAME" --primary-container "$container" \\
                                      --health-check-path @{path} --execution-role-arn "$EXECUTION_ROLE" --infrastructure-role-arn "$INFRASTRUCTURE_ROLE" \\
                                      --scaling-target minTaskCount=1,maxTaskCount=1 --query service.serviceArn --output text)
                                  else
                                    aws ecs update-express-gateway-service --service-arn "$service" --primary-container "$container" > /dev/null
                                  fi
                                  endpoint=$(aws ecs describe-express-gateway-service --service-arn "$service" \\
                                    --query 'service.activeConfigurations[0].ingressPaths[0].endpoint' --output text)
                                  echo "url=https://${endpoint#https://}" >> "$GITHUB_OUTPUT"
                        """, "image", image, "port", port, "path", path);
            case KUBERNETES ->
                Template.fill("""
                              # Decide: the domain below which previews live, PREVIEW_DOMAIN, with a wildcard record and certificate.
                              - name: Make the preview
                                id: preview
                                env:
                                  OWNER: ${{ github.repository_owner }}
                                  DOMAIN: ${{ vars.PREVIEW_DOMAIN }}
                                run: |
                                  helm upgrade --install preview chart --namespace "$NAME" --create-namespace --timeout 10m --wait \\
                                    --set "services.@{service}.routes[0].host=$NAME.$DOMAIN" --set services.@{service}.routes[0].path=/@{sets}
                                  echo "url=https://$NAME.$DOMAIN" >> "$GITHUB_OUTPUT"
                        """, "service", service.name(), "sets", GithubDeployments.sets(app, environment));
            case GOOGLE -> Template.fill("""
                              - name: Make the preview
                                id: preview
                                env:
                                  IMAGE: @{image}
                                  REGION: ${{ vars.GOOGLE_REGION }}
                                run: |
                                  gcloud run deploy "$NAME" --image "$IMAGE" --region "$REGION" --port @{port} --max-instances 1 --allow-unauthenticated --quiet
                                  echo "url=$(gcloud run services describe "$NAME" --region "$REGION" --format 'value(status.url)')" >> "$GITHUB_OUTPUT"
                        """, "image", image, "port", port);
            case AZURE -> Template.fill("""
                              - name: Make the preview
                                id: preview
                                env:
                                  IMAGE: @{image}
                                  GROUP: ${{ vars.AZURE_RESOURCE_GROUP }}
                                  PLACE: ${{ vars.AZURE_ENVIRONMENT }}
                                run: |
                                  az containerapp up --name "$NAME" --resource-group "$GROUP" --environment "$PLACE" --image "$IMAGE" --ingress external --target-port @{port}
                                  echo "url=https://$(az containerapp show --name "$NAME" --resource-group "$GROUP" --query properties.configuration.ingress.fqdn --output tsv)" >> "$GITHUB_OUTPUT"
                        """, "image", image, "port", port);
            case FLY -> Template.fill("""
                              - name: Make the preview
                                id: preview
                                env:
                                  FLY_API_TOKEN: ${{ secrets.FLY_API_TOKEN }}
                                run: |
                                  flyctl status --app "$NAME" > /dev/null 2>&1 || flyctl apps create "$NAME"
                                  flyctl deploy --app "$NAME" --config fly.@{service}.toml --remote-only --ha=false
                                  echo "url=https://$NAME.fly.dev" >> "$GITHUB_OUTPUT"
                        """, "service", service.name());
            case MACHINES, WATCHING -> throw new IllegalStateException(place + " has no previews");
        };
    }

    private static String forget(GithubPlace place) {
        return switch (place) {
            case AWS -> """
                      - name: Take the preview away
                        run: |
                          service=$(aws ecs list-services --cluster default --query "serviceArns[?ends_with(@, '/$NAME')] | [0]" --output text)
                          [ "$service" = None ] || aws ecs delete-express-gateway-service --service-arn "$service"
                """;
            case KUBERNETES -> """
                      - name: Take the preview away
                        run: kubectl delete namespace "$NAME" --ignore-not-found
                """;
            case GOOGLE -> """
                      - name: Take the preview away
                        env:
                          REGION: ${{ vars.GOOGLE_REGION }}
                        run: gcloud run services delete "$NAME" --region "$REGION" --quiet
                """;
            case AZURE -> """
                      - name: Take the preview away
                        env:
                          GROUP: ${{ vars.AZURE_RESOURCE_GROUP }}
                        run: az containerapp delete --name "$NAME" --resource-group "$GROUP" --yes
                """;
            case FLY -> """
                      - name: Take the preview away
                        env:
                          FLY_API_TOKEN: ${{ secrets.FLY_API_TOKEN }}
                        run: flyctl apps destroy "$NAME" --yes
                """;
            case MACHINES, WATCHING -> throw new IllegalStateException(place + " has no previews");
        };
    }
}
