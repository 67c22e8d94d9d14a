404-{u'NeutronError': {u'message': u'Floating IP nothing could not be found', u'type': u'FloatingIPNotFound', u'detail': u''}}
