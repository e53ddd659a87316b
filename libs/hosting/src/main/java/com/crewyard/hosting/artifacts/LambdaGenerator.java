package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A micro-endpoint on AWS Lambda behind API Gateway: bursts of public reads stay away from the application. */
final class LambdaGenerator implements Generator {

    /** docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 4 KB for all variables together. */
    private static final int MOST_VARIABLES = 4_096;

    private static final int MEMORY = 256;
    private static final int TIMEOUT_SECONDS = 15;

    @Override
    public String target() {
        return "lambda";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        AwsPlace place = new AwsPlace(this, app, environment);
        String origin = place.hosts().stream()
                .filter(host -> !host.startsWith("*"))
                .findFirst()
                .orElseThrow(
                        () -> new UnfitException(
                                "services: no route has a host, so the endpoint does not know where the application is; add routes"));
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ORIGIN", "https://" + origin);
        variables.put("PATHS", "/careers/[^/]+ /careers/[^/]+/jobs/[^/]+ /careers/[^/]+/sitemap\\.xml");
        variables.put("CACHE_SECONDS", "30");
        variables.put("TIMEOUT_MS", "10000");
        int bytes = variables.entrySet().stream()
                .mapToInt(entry -> (entry.getKey() + entry.getValue()).getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > MOST_VARIABLES) {
            throw new UnfitException(
                    "environments.%s: the function's variables take %d bytes, and Lambda has 4096 for them; shorten the hosts"
                            .formatted(environment.name(), bytes));
        }
        String comment = Texts.header(this, environment).replaceAll("(?m)^#", "//");
        return List.of(
                new Artifact("handler.mjs", comment + Resources.text("lambda/handler.mjs")),
                place.file("versions.tf", versions(place)),
                place.file("function.tf", function(place, variables)),
                place.file("gateway.tf", gateway(place)));
    }

    private static String versions(AwsPlace place) {
        return SmallTerraform.aws(place)
                .replace("  required_providers {\n", """
                          required_providers {
                            archive = {
                              source  = "hashicorp/archive"
                              version = "~> 2.7"
                            }
                        """)
                .replaceAll("(?s)variable \"release\" \\{.*?\\n}\\n", "");
    }

    private static String function(AwsPlace place, Map<String, String> variables) {
        return EcsAccess.assume("lambda", "lambda.amazonaws.com")
                + Template.fill(
                        """
                        resource "aws_iam_role" "function" {
                          name_prefix        = "function-"
                          path               = "/@{prefix}/"
                          assume_role_policy = data.aws_iam_policy_document.assumed_by_lambda.json
                        }

                        resource "aws_iam_role_policy_attachment" "function" {
                          role       = aws_iam_role.function.name
                          policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
                        }

                        resource "aws_cloudwatch_log_group" "function" {
                          name              = "/aws/lambda/@{prefix}-endpoint"
                          retention_in_days = 30
                        }

                        data "archive_file" "function" {
                          type        = "zip"
                          source_file = "${path.module}/handler.mjs"
                          output_path = "${path.module}/handler.zip"
                        }

                        resource "aws_lambda_function" "endpoint" {
                          function_name    = "@{prefix}-endpoint"
                          role             = aws_iam_role.function.arn
                          runtime          = "nodejs22.x"
                          architectures    = ["arm64"]
                          handler          = "handler.handler"
                          filename         = data.archive_file.function.output_path
                          source_code_hash = data.archive_file.function.output_base64sha256
                          memory_size      = @{memory}
                          # API Gateway waits 30 seconds at most.
                          timeout = @{timeout}
                          # Decide: how many run at once, at the most; the account's own limit without it.
                          reserved_concurrent_executions = 100

                          # PATHS is which paths everybody sees alike, as regular expressions with spaces between.
                          environment {
                            variables = {
                        @{variables}      # crewyard:keep variables
                              # crewyard:end
                            }
                          }

                          logging_config {
                            log_format = "JSON"
                            log_group  = aws_cloudwatch_log_group.function.name
                          }

                          tracing_config {
                            mode = "Active"
                          }

                          depends_on = [aws_iam_role_policy_attachment.function]
                        }

                        resource "aws_cloudwatch_metric_alarm" "refused" {
                          alarm_name          = "@{prefix}-endpoint-refused"
                          alarm_description   = "More came than may run at once."
                          namespace           = "AWS/Lambda"
                          metric_name         = "Throttles"
                          statistic           = "Sum"
                          dimensions          = { FunctionName = aws_lambda_function.endpoint.function_name }
                          comparison_operator = "GreaterThanThreshold"
                          threshold           = 0
                          period              = 60
                          evaluation_periods  = 5
                          treat_missing_data  = "notBreaching"
                        }
                        """,
                        "prefix",
                        place.prefix(),
                        "memory",
                        MEMORY,
                        "timeout",
                        TIMEOUT_SECONDS,
                        "variables",
                        variables.entrySet().stream()
                                .map(entry ->
                                        "      %s = %s\n".formatted(entry.getKey(), HclText.quoted(entry.getValue())))
                                .collect(Collectors.joining()));
    }

    private static String gateway(AwsPlace place) {
        return Template.fill("""
                resource "aws_apigatewayv2_api" "main" {
                  name          = "@{prefix}"
                  protocol_type = "HTTP"
                }

                resource "aws_apigatewayv2_integration" "endpoint" {
                  api_id                 = aws_apigatewayv2_api.main.id
                  integration_type       = "AWS_PROXY"
                  integration_uri        = aws_lambda_function.endpoint.invoke_arn
                  payload_format_version = "2.0"
                  timeout_milliseconds   = @{timeout}
                }

                # Reads only: what changes something goes to the application itself.
                resource "aws_apigatewayv2_route" "endpoint" {
                  for_each  = toset(["GET /{path+}", "HEAD /{path+}"])
                  api_id    = aws_apigatewayv2_api.main.id
                  route_key = each.value
                  target    = "integrations/${aws_apigatewayv2_integration.endpoint.id}"
                }

                resource "aws_cloudwatch_log_group" "gateway" {
                  name              = "/@{prefix}/gateway"
                  retention_in_days = 30
                }

                resource "aws_apigatewayv2_stage" "main" {
                  api_id      = aws_apigatewayv2_api.main.id
                  name        = "$default"
                  auto_deploy = true

                  default_route_settings {
                    throttling_rate_limit  = 500
                    throttling_burst_limit = 1000
                  }

                  # Neither query nor headers: they may say who somebody is.
                  access_log_settings {
                    destination_arn = aws_cloudwatch_log_group.gateway.arn

                    format = jsonencode({
                      at      = "$context.requestTime"
                      route   = "$context.routeKey"
                      status  = "$context.status"
                      took    = "$context.responseLatency"
                      request = "$context.requestId"
                    })
                  }
                }

                resource "aws_lambda_permission" "gateway" {
                  action        = "lambda:InvokeFunction"
                  function_name = aws_lambda_function.endpoint.function_name
                  principal     = "apigateway.amazonaws.com"
                  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*/*"
                }

                # Decide: a name of its own, with aws_apigatewayv2_domain_name and aws_apigatewayv2_api_mapping.
                # crewyard:keep name
                # crewyard:end

                output "address" {
                  value = aws_apigatewayv2_stage.main.invoke_url
                }
                """, "prefix", place.prefix(), "timeout", TIMEOUT_SECONDS * 1000);
    }
}
