package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;

/** Where a workflow deploys to, how it signs in there, and where images are pushed. */
enum GithubPlace {
    AWS,
    KUBERNETES,
    GOOGLE,
    AZURE,
    FLY,
    MACHINES,
    /** A place that deploys by itself when the branch moves. */
    WATCHING;

    static GithubPlace of(AppSpec app, Environment environment) {
        return switch (environment.target()) {
            case "ecs", "ecs-express", "app-runner", "lambda" -> AWS;
            case "kubernetes" -> KUBERNETES;
            case "cloud-run" -> GOOGLE;
            case "azure-container-apps" -> AZURE;
            case "fly" -> FLY;
            case "ssh" -> MACHINES;
            case "render", "railway" -> WATCHING;
            default ->
                throw new UnfitException(
                        "environments.%s: a workflow on GitHub cannot reach target %s, which is the machine it is started on; name an environment of %s elsewhere"
                                .formatted(environment.name(), environment.target(), app.app()));
        };
    }

    /** Render and Railway make previews themselves, machines have no room of their own for one. */
    boolean previews() {
        return switch (this) {
            case AWS, KUBERNETES, GOOGLE, AZURE, FLY -> true;
            case MACHINES, WATCHING -> false;
        };
    }

    /** The repository of a service's image; the name of the service is an expression too. */
    String image(AppSpec app, Environment environment, String service) {
        String repository = app.app() + "-" + environment.name() + "-" + service;
        return switch (this) {
            case AWS -> "${{ vars.ECR_REGISTRY }}/" + repository;
            case GOOGLE -> "${{ vars.GOOGLE_REGISTRY }}/" + repository;
            case KUBERNETES, AZURE, FLY, MACHINES, WATCHING -> "ghcr.io/${{ github.repository_owner }}/" + repository;
        };
    }

    /** No step keeps a key: AWS, Google and Azure take GitHub's own token (OpenID Connect). */
    String signIn() {
        return switch (this) {
            case AWS -> """
                      # AWS_ROLE is the output deploy_role of the Terraform for ecs.
                      - uses: aws-actions/configure-aws-credentials@v4
                        with:
                          role-to-assume: ${{ vars.AWS_ROLE }}
                          aws-region: ${{ vars.AWS_REGION }}
                """;
            case GOOGLE -> """
                      - uses: google-github-actions/auth@v2
                        with:
                          workload_identity_provider: ${{ vars.GOOGLE_IDENTITY_PROVIDER }}
                          service_account: ${{ vars.GOOGLE_SERVICE_ACCOUNT }}
                      - uses: google-github-actions/setup-gcloud@v2
                """;
            case AZURE -> """
                      - uses: azure/login@v2
                        with:
                          client-id: ${{ vars.AZURE_CLIENT_ID }}
                          tenant-id: ${{ vars.AZURE_TENANT_ID }}
                          subscription-id: ${{ vars.AZURE_SUBSCRIPTION_ID }}
                """;
            case KUBERNETES -> """
                      # crewyard:keep cluster
                      # Decide: how your cluster is signed in to, best with GitHub's token. This takes a kubeconfig.
                      - name: Sign in to the cluster
                        env:
                          KUBECONFIG_TEXT: ${{ secrets.KUBECONFIG }}
                        run: |
                          mkdir -p ~/.kube
                          (umask 077 && printf '%s' "$KUBECONFIG_TEXT" > ~/.kube/config)
                      # crewyard:end
                """;
            case FLY -> "      - uses: superfly/flyctl-actions/setup-flyctl@1.5\n";
            case MACHINES, WATCHING -> "";
        };
    }

    String registryLogin() {
        return switch (this) {
            case AWS -> signIn() + "      - uses: aws-actions/amazon-ecr-login@v2\n";
            case GOOGLE -> signIn() + """
                      - name: Sign in to the registry
                        env:
                          REGISTRY: ${{ vars.GOOGLE_REGISTRY }}
                        run: gcloud auth configure-docker "${REGISTRY%%/*}" --quiet
                """;
            case KUBERNETES, AZURE, FLY, MACHINES, WATCHING -> """
                      - uses: docker/login-action@v3
                        with:
                          registry: ghcr.io
                          username: ${{ github.actor }}
                          password: ${{ github.token }}
                """;
        };
    }
}
