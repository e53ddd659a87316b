package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import java.util.List;

/** AWS WAF before the load balancer. */
final class EcsFirewall {

    private static final List<String> MANAGED = List.of(
            "AWSManagedRulesAmazonIpReputationList",
            "AWSManagedRulesKnownBadInputsRuleSet",
            "AWSManagedRulesCommonRuleSet");

    private EcsFirewall() {}

    static Artifact file(AwsPlace place) {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < MANAGED.size(); i++) {
            rules.append(managed(i + 1, MANAGED.get(i)));
        }
        return place.file("firewall.tf", Template.fill("""
                        resource "aws_wafv2_web_acl" "main" {
                          name  = "@{prefix}"
                          scope = "REGIONAL"

                          default_action {
                            allow {}
                          }

                          # 2000 requests in five minutes from one address; more are refused until it is quieter.
                          rule {
                            name     = "rate"
                            priority = 0

                            action {
                              block {}
                            }

                            statement {
                              rate_based_statement {
                                limit                 = 2000
                                evaluation_window_sec = 300
                              }
                            }

                            visibility_config {
                              metric_name                = "rate"
                              cloudwatch_metrics_enabled = true
                              sampled_requests_enabled   = true
                            }
                          }

                        @{rules}  visibility_config {
                            metric_name                = "@{prefix}"
                            cloudwatch_metrics_enabled = true
                            sampled_requests_enabled   = true
                          }
                        }

                        resource "aws_wafv2_web_acl_association" "main" {
                          resource_arn = aws_lb.main.arn
                          web_acl_arn  = aws_wafv2_web_acl.main.arn
                        }
                        """, "prefix", place.prefix(), "rules", rules));
    }

    private static String managed(int priority, String name) {
        String override = name.equals("AWSManagedRulesCommonRuleSet") ? """

                        # It refuses bodies above 8 KB, which uploads are.
                        rule_action_override {
                          name = "SizeRestrictions_BODY"

                          action_to_use {
                            count {}
                          }
                        }
                """ : "";
        return Template.fill("""
                  rule {
                    name     = "@{name}"
                    priority = @{priority}

                    override_action {
                      none {}
                    }

                    statement {
                      managed_rule_group_statement {
                        vendor_name = "AWS"
                        name        = "@{name}"
                @{override}      }
                    }

                    visibility_config {
                      metric_name                = "@{name}"
                      cloudwatch_metrics_enabled = true
                      sampled_requests_enabled   = true
                    }
                  }

                """, "name", name, "priority", priority, "override", override);
    }
}
