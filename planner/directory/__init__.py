"""The community directory: what feeds and the agency know of services and meetings, how it is found, what fits whom."""
