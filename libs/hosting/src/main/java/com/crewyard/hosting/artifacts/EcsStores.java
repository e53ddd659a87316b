package com.crewyard.hosting.artifacts;

/** Queues on SQS and files on S3, which need no network of their own. */
final class EcsStores {

    private EcsStores() {}

    static String queue(AwsPlace place, String name) {
        return Template.fill("""
                # What failed five times is put aside here for two weeks.
                resource "aws_sqs_queue" "@{label}_failed" {
                  name                      = "@{prefix}-@{name}-failed"
                  message_retention_seconds = 1209600
                  sqs_managed_sse_enabled   = true
                }

                resource "aws_sqs_queue" "@{label}" {
                  name                      = "@{prefix}-@{name}"
                  message_retention_seconds = 345600
                  receive_wait_time_seconds = 20
                  sqs_managed_sse_enabled   = true
                  # Decide: longer than handling a message may take.
                  visibility_timeout_seconds = 300

                  redrive_policy = jsonencode({
                    deadLetterTargetArn = aws_sqs_queue.@{label}_failed.arn
                    maxReceiveCount     = 5
                  })
                }

                """, "label", HclText.label(name), "prefix", place.prefix(), "name", name);
    }

    static String storage(AwsPlace place, String name) {
        return Template.fill("""
                # Names of buckets are taken by the whole world, so the account's number is in it.
                resource "aws_s3_bucket" "@{label}" {
                  bucket = "@{bucket}-${data.aws_caller_identity.here.account_id}"
                }

                resource "aws_s3_bucket_public_access_block" "@{label}" {
                  bucket                  = aws_s3_bucket.@{label}.id
                  block_public_acls       = true
                  block_public_policy     = true
                  ignore_public_acls      = true
                  restrict_public_buckets = true
                }

                resource "aws_s3_bucket_versioning" "@{label}" {
                  bucket = aws_s3_bucket.@{label}.id

                  versioning_configuration {
                    status = "Enabled"
                  }
                }

                resource "aws_s3_bucket_server_side_encryption_configuration" "@{label}" {
                  bucket = aws_s3_bucket.@{label}.id

                  rule {
                    apply_server_side_encryption_by_default {
                      sse_algorithm = "AES256"
                    }
                  }
                }

                resource "aws_s3_bucket_lifecycle_configuration" "@{label}" {
                  bucket     = aws_s3_bucket.@{label}.id
                  depends_on = [aws_s3_bucket_versioning.@{label}]

                  # What is read seldom costs less there, and is there at once all the same.
                  rule {
                    id     = "cheaper"
                    status = "Enabled"
                    filter {}

                    transition {
                      days          = 90
                      storage_class = "STANDARD_IA"
                    }
                  }

                  # Decide: how long what was deleted or overwritten can be had back. Privacy law may ask for less.
                  rule {
                    id     = "forget"
                    status = "Enabled"
                    filter {}

                    noncurrent_version_expiration {
                      noncurrent_days = 30
                    }

                    abort_incomplete_multipart_upload {
                      days_after_initiation = 7
                    }
                  }
                }

                data "aws_iam_policy_document" "@{label}_encrypted_only" {
                  statement {
                    effect    = "Deny"
                    actions   = ["s3:*"]
                    resources = [aws_s3_bucket.@{label}.arn, "${aws_s3_bucket.@{label}.arn}/*"]

                    principals {
                      type        = "*"
                      identifiers = ["*"]
                    }

                    condition {
                      test     = "Bool"
                      variable = "aws:SecureTransport"
                      values   = ["false"]
                    }
                  }
                }

                resource "aws_s3_bucket_policy" "@{label}" {
                  bucket = aws_s3_bucket.@{label}.id
                  policy = data.aws_iam_policy_document.@{label}_encrypted_only.json
                }

                """, "label", HclText.label(name), "bucket", place.name(name, 50));
    }
}
