package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;

/** Public subnets for the load balancer, private ones for the tasks, and inner ones that reach nothing outside. */
final class EcsNetwork {

    private EcsNetwork() {}

    static Artifact file(AwsPlace place) {
        return place.file("network.tf", Template.fill("""
                        data "aws_availability_zones" "here" {
                          state = "available"
                        }

                        locals {
                          zones = slice(data.aws_availability_zones.here.names, 0, var.zones)
                          gates = var.nat_per_zone ? var.zones : 1
                        }

                        resource "aws_vpc" "main" {
                          cidr_block           = var.network
                          enable_dns_hostnames = true

                          tags = { Name = "@{prefix}" }
                        }

                        # What nobody gave a group of its own can reach nothing.
                        resource "aws_default_security_group" "none" {
                          vpc_id = aws_vpc.main.id
                        }

                        resource "aws_internet_gateway" "main" {
                          vpc_id = aws_vpc.main.id
                        }

                        # The load balancer and the NAT gateways.
                        resource "aws_subnet" "public" {
                          count             = var.zones
                          vpc_id            = aws_vpc.main.id
                          availability_zone = local.zones[count.index]
                          cidr_block        = cidrsubnet(var.network, 4, count.index)

                          tags = { Name = "@{prefix}-public-${count.index}" }
                        }

                        # The tasks: they reach the outside, nothing outside reaches them.
                        resource "aws_subnet" "private" {
                          count             = var.zones
                          vpc_id            = aws_vpc.main.id
                          availability_zone = local.zones[count.index]
                          cidr_block        = cidrsubnet(var.network, 4, count.index + 4)

                          tags = { Name = "@{prefix}-private-${count.index}" }
                        }

                        # Databases and caches: no way out either.
                        resource "aws_subnet" "inner" {
                          count             = var.zones
                          vpc_id            = aws_vpc.main.id
                          availability_zone = local.zones[count.index]
                          cidr_block        = cidrsubnet(var.network, 4, count.index + 8)

                          tags = { Name = "@{prefix}-inner-${count.index}" }
                        }

                        resource "aws_eip" "gate" {
                          count  = local.gates
                          domain = "vpc"
                        }

                        resource "aws_nat_gateway" "gate" {
                          count         = local.gates
                          allocation_id = aws_eip.gate[count.index].id
                          subnet_id     = aws_subnet.public[count.index].id

                          depends_on = [aws_internet_gateway.main]
                        }

                        resource "aws_route_table" "public" {
                          vpc_id = aws_vpc.main.id

                          route {
                            cidr_block = "0.0.0.0/0"
                            gateway_id = aws_internet_gateway.main.id
                          }
                        }

                        resource "aws_route_table_association" "public" {
                          count          = var.zones
                          subnet_id      = aws_subnet.public[count.index].id
                          route_table_id = aws_route_table.public.id
                        }

                        resource "aws_route_table" "private" {
                          count  = var.zones
                          vpc_id = aws_vpc.main.id

                          route {
                            cidr_block     = "0.0.0.0/0"
                            nat_gateway_id = aws_nat_gateway.gate[min(count.index, local.gates - 1)].id
                          }
                        }

                        resource "aws_route_table_association" "private" {
                          count          = var.zones
                          subnet_id      = aws_subnet.private[count.index].id
                          route_table_id = aws_route_table.private[count.index].id
                        }

                        resource "aws_route_table" "inner" {
                          vpc_id = aws_vpc.main.id
                        }

                        resource "aws_route_table_association" "inner" {
                          count          = var.zones
                          subnet_id      = aws_subnet.inner[count.index].id
                          route_table_id = aws_route_table.inner.id
                        }

                        # Image layers and files come from S3; this way they cost nothing at the NAT gateway.
                        resource "aws_vpc_endpoint" "s3" {
                          vpc_id            = aws_vpc.main.id
                          service_name      = "com.amazonaws.${var.region}.s3"
                          vpc_endpoint_type = "Gateway"
                          route_table_ids   = aws_route_table.private[*].id
                        }

                        # Further endpoints, peerings and subnets:
                        # crewyard:keep network
                        # crewyard:end
                        """, "prefix", place.prefix()));
    }
}
